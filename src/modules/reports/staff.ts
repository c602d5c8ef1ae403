/** The office's addresses of reports. */
import type { Route } from '../../platform/http/route.ts'
import { consolidatedRoutes } from './staff/consolidated.ts'
import { listRoutes } from './staff/list.ts'
import { reportRoutes } from './staff/reports.ts'

export const staffRoutes: readonly Route[] = [...listRoutes, ...reportRoutes, ...consolidatedRoutes]
