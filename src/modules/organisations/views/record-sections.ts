/** Parts of the record that hold many: representatives, contacts, ties, documents. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { officeTexts, words } from '../texts/index.ts'
import { CONTACT_ACCESS, CONTACT_KINDS, DOCUMENT_KINDS, TIE_KINDS } from '../types.ts'
import { OFFICE, SOURCE_DEFAULTS, sourceFields } from './office-parts.ts'
import { contactContent, sourceText, spanText } from './parts.ts'
import { type RecordView, stateOf } from './record-view.ts'

export function officerFields(locale: ui.Frame['locale'], f: ui.BoundFields): Html {
  const t = officeTexts[locale].page
  return html`${f.text({ name: 'name', label: t.officerName, autocomplete: 'off' })}${f.text({
    name: 'post',
    label: t.post,
    autocomplete: 'off',
  })}${f.checkbox({ name: 'leads', label: t.leads })}${ui.fieldRow([
    f.date({ name: 'from', label: t.from, optional: true }),
    f.date({ name: 'until', label: t.until, hint: t.untilHint, optional: true }),
  ])}${sourceFields(locale, f)}`
}

export function officerSection(frame: ui.Frame, view: RecordView, keeps: boolean): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const { organisation: o } = view
  const state = stateOf(view, 'officer')
  return ui.section({
    title: t.officers,
    id: 'officers',
    content: html`${ui.rows({
      items: o.officers.map((f) => ({
        title: f.name,
        text: html`${f.post}, ${spanText(locale, f)} <span class="small soft">(${sourceText(locale, f.source, true)})</span>`,
        ...(keeps
          ? {
              action: ui.linkButton({
                label: t.changeOfficer,
                hint: f.name,
                href: `${OFFICE}/${o.id}/officers/${f.id}`,
                kind: 'quiet',
                small: true,
              }),
            }
          : {}),
      })),
      empty: officeTexts[locale].page.officersHint,
    })}${
      keeps &&
      ui.disclosure({
        summary: t.addOfficer,
        open: state.errors.length > 0,
        content: html`<p class="soft">${t.officersHint}</p>${ui.form({
          locale,
          action: `${OFFICE}/${o.id}/officers`,
          csrf: frame.csrf,
          errors: state.errors,
          scope: 'officer',
          submit: t.addOfficer,
          content: officerFields(locale, ui.fieldsOf(locale, state, SOURCE_DEFAULTS, 'officer')),
        })}`,
      })
    }`,
  })
}

export function contactSection(frame: ui.Frame, view: RecordView, keeps: boolean): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const w = words[locale]
  const { organisation: o } = view
  const state = stateOf(view, 'contact')
  const f = ui.fieldsOf(locale, state, { ...SOURCE_DEFAULTS, access: 'public' }, 'contact')
  return ui.section({
    title: t.contacts,
    id: 'contacts',
    content: html`${ui.rows({
      items: o.contacts.map((c) => ({
        title: contactContent(c),
        text: html`${w.contactKinds[c.kind]}${c.note && html` (${c.note})`}, ${w.contactAccess[c.access]}${
          c.consentOn && html`: ${shortDate(locale, c.consentOn)}${c.consentRef && html`, ${c.consentRef}`}`
        } <span class="small soft">(${sourceText(locale, c.source, true)})</span>`,
        ...(keeps
          ? {
              action:
                c.access === 'private'
                  ? ui.confirmButton({
                      action: `${OFFICE}/${o.id}/contacts/${c.id}/remove`,
                      csrf: frame.csrf,
                      label: t.withdraw,
                      hint: c.value,
                      summary: t.withdraw,
                      text: t.withdrawText,
                    })
                  : ui.postButton({
                      action: `${OFFICE}/${o.id}/contacts/${c.id}/remove`,
                      csrf: frame.csrf,
                      label: t.remove,
                      hint: c.value,
                      kind: 'quiet',
                      small: true,
                    }),
            }
          : {}),
      })),
      empty: t.noContacts,
    })}${!keeps && ui.paragraph(t.hiddenContacts, 'small')}${
      keeps &&
      ui.disclosure({
        summary: t.addContact,
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          action: `${OFFICE}/${o.id}/contacts`,
          csrf: frame.csrf,
          errors: state.errors,
          scope: 'contact',
          submit: t.addContact,
          content: html`${ui.fieldRow([
            f.select({
              name: 'kind',
              label: t.contactKind,
              options: CONTACT_KINDS.map((value) => ({ value, label: w.contactKinds[value] })),
            }),
            f.text({ name: 'value', label: t.contactValue, autocomplete: 'off' }),
          ])}${f.radios({
            name: 'access',
            label: t.contactAccess,
            options: CONTACT_ACCESS.map((value) => ({ value, label: w.contactAccess[value] })),
          })}${ui.fieldRow([
            f.date({ name: 'consentOn', label: t.consentOn, hint: t.consentHint, optional: true }),
            f.text({ name: 'consentRef', label: t.consentRef, optional: true, autocomplete: 'off' }),
          ])}${f.text({
            name: 'note',
            label: t.contactNote,
            hint: t.contactNoteHint,
            optional: true,
            autocomplete: 'off',
          })}${sourceFields(locale, f)}`,
        }),
      })
    }`,
  })
}

export function tieSection(frame: ui.Frame, view: RecordView, keeps: boolean): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const w = words[locale]
  const { organisation: o, found } = view
  const state = stateOf(view, 'tie')
  const f = ui.fieldsOf(locale, state, { ...SOURCE_DEFAULTS, tie: 'branch:below' }, 'tie')
  return ui.section({
    title: t.ties,
    id: 'ties',
    content: html`${ui.rows({
      items: o.ties.map((tie) => {
        const below = tie.lower.id === o.id
        const other = below ? tie.upper : tie.lower
        return {
          title: other.name,
          href: `${OFFICE}/${other.id}`,
          text: html`${below ? w.ties[tie.kind].below : w.ties[tie.kind].above}, ${spanText(locale, tie)} <span class="small soft">(${sourceText(locale, tie.source, true)})</span>`,
          ...(keeps ? { action: tieButtons(frame, o.id, tie.id, other.name, tie.until === null) } : {}),
        }
      }),
      empty: t.noTies,
    })}${
      keeps &&
      ui.disclosure({
        summary: t.addTie,
        open: state.errors.length > 0 || found.text !== '',
        content: html`${ui.searchBox({
          locale,
          action: `${OFFICE}/${o.id}#ties`,
          label: t.tieFind,
          value: found.text,
          name: 'find',
        })}${
          (found.lines.length > 0 || state.errors.length > 0) &&
          ui.form({
            locale,
            action: `${OFFICE}/${o.id}/ties`,
            csrf: frame.csrf,
            errors: state.errors,
            scope: 'tie',
            submit: t.addTie,
            content: html`${f.radios({
              name: 'other',
              label: t.tieOther,
              options: found.lines.map((line) => ({ value: line.id, label: line.name })),
            })}${f.select({
              name: 'tie',
              label: t.tieKind,
              options: TIE_KINDS.flatMap((kind) => [
                { value: `${kind}:below`, label: w.ties[kind].below },
                { value: `${kind}:above`, label: w.ties[kind].above },
              ]),
            })}${ui.fieldRow([
              f.date({ name: 'from', label: t.from, optional: true }),
              f.date({ name: 'until', label: t.until, hint: t.untilHint, optional: true }),
            ])}${sourceFields(locale, f)}`,
          })
        }`,
      })
    }`,
  })
}

function tieButtons(frame: ui.Frame, id: string, tie: string, name: string, open: boolean): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].page
  const path = `${OFFICE}/${id}/ties/${tie}`
  return html`${
    open &&
    ui.disclosure({
      summary: html`${t.endTie}${ui.hidden(`: ${name}`)}`,
      content: ui.form({
        locale,
        action: `${path}/end`,
        csrf,
        submit: t.endTie,
        scope: tie,
        content: ui.dateField({ locale, name: 'until', label: t.until, scope: tie }),
      }),
    })
  }${ui.postButton({ action: `${path}/remove`, csrf, label: t.remove, hint: name, kind: 'quiet', small: true })}`
}

export function documentSection(frame: ui.Frame, view: RecordView, keeps: boolean): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const w = words[locale]
  const { organisation: o } = view
  const state = stateOf(view, 'document')
  const f = ui.fieldsOf(locale, state, { access: 'office' }, 'document')
  return ui.section({
    title: t.documents,
    id: 'documents',
    content: html`${ui.rows({
      items: o.documents.map((d) => ({
        title: d.title,
        href: `/office/files/${d.fileId}/${encodeURIComponent(d.fileName)}`,
        text: [w.documents[d.kind], d.datedOn && shortDate(locale, d.datedOn), w.contactAccess[d.access]]
          .filter(Boolean)
          .join(', '),
        ...(keeps
          ? {
              action: ui.postButton({
                action: `${OFFICE}/${o.id}/documents/${d.id}/remove`,
                csrf: frame.csrf,
                label: t.remove,
                hint: d.title,
                kind: 'quiet',
                small: true,
              }),
            }
          : {}),
      })),
      empty: t.noDocuments,
    })}${
      keeps &&
      ui.disclosure({
        summary: t.addDocument,
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          action: `${OFFICE}/${o.id}/documents`,
          csrf: frame.csrf,
          errors: state.errors,
          multipart: true,
          scope: 'document',
          submit: t.addDocument,
          content: html`${f.select({
            name: 'kind',
            label: t.documentKind,
            options: DOCUMENT_KINDS.map((value) => ({ value, label: w.documents[value] })),
          })}${f.text({ name: 'title', label: t.documentTitle, autocomplete: 'off' })}${f.date({
            name: 'datedOn',
            label: t.documentOn,
            optional: true,
          })}${f.radios({
            name: 'access',
            label: t.documentAccess,
            options: (['public', 'office'] as const).map((value) => ({
              value,
              label: w.contactAccess[value],
            })),
          })}${f.file({ name: 'file', label: t.file, hint: t.fileHint })}`,
        }),
      })
    }`,
  })
}
