/** Where tables of events name organisations: these follow when two turn out to be one. */
export const ORGANISATION_REFERENCES = [
  { table: 'event_invitations', column: 'organisation_id', onceIn: 'event_id' },
  { table: 'event_hosts', column: 'organisation_id', key: 'event_id', onceIn: 'event_id' },
  { table: 'event_registrations', column: 'organisation_id' },
  { table: 'event_shares', column: 'organisation_id' },
  { table: 'event_counts', column: 'organisation_id' },
  { table: 'event_recommendations', column: 'organisation_id' },
] as const
