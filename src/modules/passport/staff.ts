import type { Route } from '../../platform/http/route.ts'
import { importRoutes } from './staff/imports.ts'
import { passportRoutes } from './staff/passports.ts'
import { rowRoutes } from './staff/rows.ts'

export const staffRoutes: readonly Route[] = [...rowRoutes, ...importRoutes, ...passportRoutes]
