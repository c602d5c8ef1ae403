import type { Route } from '../../platform/http/route.ts'
import { campaignRoutes } from './staff/campaigns.ts'
import { invitationRoutes } from './staff/invitations.ts'

export const staffRoutes: readonly Route[] = [...campaignRoutes, ...invitationRoutes]
