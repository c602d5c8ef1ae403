import type { history as uk } from '../uk/history.ts'

export const history: typeof uk = {
  system: 'the system',
  actions: {
    'draft.import': 'A text was uploaded and read',
    'draft.edit': 'A section was changed',
    'draft.resolve': 'A finding was settled',
    'draft.line': 'Lines that were not understood were decided on',
    'draft.discard': 'Put aside',
    'draft.reopen': 'Taken up again',
    'draft.accept': 'Accepted',
    'programme.create': 'The programme was made',
    'programme.renew': 'A new programme was prepared from it',
    'programme.settings': 'The programme’s settings were changed',
    'programme.close': 'The programme was closed',
    'programme.link': 'Measures and tasks were tied anew',
    'edition.amend': 'An amendment was begun',
    'edition.putInForce': 'An edition came into force',
    'indicator.save': 'The indicators of a measure were changed',
    'proposal.submit': 'A proposal was submitted',
    'proposal.accept': 'A proposal was accepted',
    'proposal.reject': 'A proposal was rejected',
    'proposal.withdraw': 'A proposal was withdrawn',
  },
  reason: 'Reason',
  before: 'Before',
  after: 'After',
}
