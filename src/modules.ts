/** The one list of modules. A module stands after those that it needs. */
import type { Module } from './platform/module.ts'

export const modules: readonly Module[] = []
