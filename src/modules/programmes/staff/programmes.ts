/** The list of programmes in the office. */
import { html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { type Reply, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { emptyState, linkButton, page, section, table, tag } from '../../../ui/index.ts'
import { mayManage } from '../policy.ts'
import { listDrafts } from '../store/drafts.ts'
import { programmes } from '../store/programmes.ts'
import { texts } from '../texts/index.ts'
import { draftPath } from '../views/review-page.ts'

export async function showProgrammes(request: WebRequest): Promise<Reply> {
  const { locale, frame, ctx } = request
  const t = texts(locale)
  const [all, open] = await Promise.all([
    programmes(ctx.db),
    listDrafts(ctx.db, { state: 'review' }, null, 20),
  ])
  const manages = mayManage(ctx.actor)
  const add = manages && linkButton({ label: t.office.add, href: '/office/programmes/new' })
  return reply(
    page(frame, {
      title: t.office.programmes,
      lead: t.office.programmesLead,
      noIndex: true,
      actions: [
        add,
        linkButton({ label: t.office.drafts, href: '/office/programmes/drafts', kind: 'quiet' }),
        linkButton({ label: t.office.proposals, href: '/office/programmes/proposals', kind: 'quiet' }),
      ],
      main: html`${
        all.length === 0
          ? emptyState({ title: t.office.none, body: t.office.noneBody, action: add })
          : table({
              locale,
              caption: t.office.programmes,
              captionHidden: true,
              columns: [
                {
                  label: t.office.columns.title,
                  cell: (p) => html`<a href="/office/programmes/${p.slug}">${p.shortTitle}</a>`,
                },
                {
                  label: t.office.columns.period,
                  cell: (p) => `${shortDate(locale, p.period.from)} – ${shortDate(locale, p.period.to)}`,
                },
                {
                  label: t.office.columns.state,
                  cell: (p) => tag(t.office.state[p.state], p.state === 'active' ? 'done' : 'plain'),
                },
              ],
              rows: all,
            })
      }${
        open.length > 0 &&
        section({
          title: t.office.openDrafts,
          content: table({
            locale,
            caption: t.office.openDrafts,
            captionHidden: true,
            columns: [
              {
                label: t.review.columns.title,
                cell: (d) => html`<a href="${draftPath(d)}">${d.title || t.review.untitled}</a>`,
              },
              { label: t.review.columns.kind, cell: (d) => t.review.kinds[d.kind] },
              { label: t.review.columns.measures, numeric: true, cell: (d) => d.measures },
            ],
            rows: open,
          }),
        })
      }`,
    }),
  )
}
