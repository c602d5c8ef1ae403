/** Addresses of programmes in the office. */
import { type Route, roles, signedIn } from '../../../platform/http/route.ts'
import { decisionFile, putItInForce, startIt } from './amendments.ts'
import {
  acceptIt,
  amendWithIt,
  discardIt,
  importSource,
  reopenIt,
  showDraft,
  showDrafts,
  showNew,
  UPLOAD_BYTES,
} from './drafts.ts'
import { settleFinding, settleLine, showFindings, showLines } from './findings.ts'
import { saveIndicators, showIndicators } from './indicators.ts'
import { addOne, dropOne, saveMeasure, showMeasure, showMeasures } from './measures.ts'
import { showProgramme } from './programme.ts'
import { closeIt, renewIt, showHistory } from './programme-acts.ts'
import { showProgrammes } from './programmes.ts'
import { decide, propose, showProposals, showPropose } from './proposals.ts'
import { requireFormSection, saveSection, showSection } from './sections.ts'
import { saveTasks, saveTheSettings, showSettings, showTasks } from './settings.ts'

const manager = roles('coordinator')
const proposer = roles('coordinator', 'executor')
const at = '/office/programmes'
const draft = `${at}/drafts/:id`
const one = `${at}/:slug`

export const officeRoutes: readonly Route[] = [
  { method: 'GET', path: at, policy: signedIn, handle: showProgrammes },
  { method: 'GET', path: `${at}/new`, policy: manager, handle: showNew },
  {
    method: 'POST',
    path: `${at}/new`,
    policy: manager,
    upload: { maxBytes: UPLOAD_BYTES, maxFiles: 1 },
    handle: importSource,
  },
  { method: 'GET', path: `${at}/proposals`, policy: signedIn, handle: showProposals },
  { method: 'POST', path: `${at}/proposals/:id`, policy: proposer, handle: decide },
  { method: 'GET', path: `${at}/drafts`, policy: signedIn, handle: showDrafts },
  { method: 'GET', path: draft, policy: signedIn, handle: showDraft },
  { method: 'POST', path: `${draft}/accept`, policy: manager, handle: acceptIt },
  { method: 'POST', path: `${draft}/discard`, policy: manager, handle: discardIt },
  { method: 'POST', path: `${draft}/reopen`, policy: manager, handle: reopenIt },
  { method: 'POST', path: `${draft}/amend`, policy: manager, handle: amendWithIt },
  { method: 'POST', path: `${draft}/in-force`, policy: manager, handle: putItInForce },
  { method: 'GET', path: `${draft}/decision.docx`, policy: signedIn, handle: (r) => decisionFile(r, 'docx') },
  { method: 'GET', path: `${draft}/decision.pdf`, policy: signedIn, handle: (r) => decisionFile(r, 'pdf') },
  { method: 'GET', path: `${draft}/measures`, policy: signedIn, handle: showMeasures },
  { method: 'POST', path: `${draft}/measures`, policy: manager, handle: addOne },
  { method: 'GET', path: `${draft}/measures/:key`, policy: signedIn, handle: showMeasure },
  { method: 'POST', path: `${draft}/measures/:key`, policy: manager, handle: saveMeasure },
  { method: 'POST', path: `${draft}/measures/:key/drop`, policy: manager, handle: dropOne },
  { method: 'GET', path: `${draft}/findings`, policy: signedIn, handle: showFindings },
  { method: 'POST', path: `${draft}/findings/:key`, policy: manager, handle: settleFinding },
  { method: 'GET', path: `${draft}/lines`, policy: signedIn, handle: showLines },
  { method: 'POST', path: `${draft}/lines/:key`, policy: manager, handle: settleLine },
  {
    method: 'GET',
    path: `${draft}/:section`,
    policy: signedIn,
    handle: (r) => showSection(r, requireFormSection(r)),
  },
  {
    method: 'POST',
    path: `${draft}/:section`,
    policy: manager,
    handle: (r) => saveSection(r, requireFormSection(r)),
  },
  { method: 'GET', path: one, policy: signedIn, handle: showProgramme },
  { method: 'POST', path: `${one}/amend`, policy: manager, handle: startIt },
  { method: 'POST', path: `${one}/renew`, policy: manager, handle: renewIt },
  { method: 'POST', path: `${one}/close`, policy: manager, handle: closeIt },
  { method: 'GET', path: `${one}/propose`, policy: proposer, handle: showPropose },
  { method: 'POST', path: `${one}/propose`, policy: proposer, handle: propose },
  { method: 'GET', path: `${one}/settings`, policy: signedIn, handle: showSettings },
  { method: 'POST', path: `${one}/settings`, policy: manager, handle: saveTheSettings },
  { method: 'GET', path: `${one}/tasks`, policy: signedIn, handle: showTasks },
  { method: 'POST', path: `${one}/tasks`, policy: manager, handle: saveTasks },
  { method: 'GET', path: `${one}/measures/:number/indicators`, policy: signedIn, handle: showIndicators },
  { method: 'POST', path: `${one}/measures/:number/indicators`, policy: manager, handle: saveIndicators },
  { method: 'GET', path: `${one}/history`, policy: signedIn, handle: showHistory },
]
