/** Preparation: programme, co-hosts, materials. */
import { type Html, html } from '../../../kernel/html.ts'
import * as ui from '../../../ui/index.ts'
import { organisationLabel } from '../../organisations/index.ts'
import { agendaText } from '../rules/lines.ts'
import { textsOf } from '../texts/index.ts'
import { HOST_ROLES } from '../types.ts'
import { agendaTable } from './agenda.ts'
import { officePath } from './office-page.ts'
import type { PrepareView } from './prepare.ts'
import { organisationName, stateOf } from './prepare-work.ts'

export function agendaSection(frame: ui.Frame, view: PrepareView, open: boolean): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.agenda
  const state = stateOf(view, 'agenda')
  const f = ui.boundFields({
    locale,
    values: { agenda: agendaText(view.items, view.days), ...state.values },
    errors: state.errors,
    scope: 'agenda',
  })
  return ui.section({
    title: t.title,
    id: 'agenda',
    content: html`${agendaTable(locale, view)}${
      open &&
      ui.disclosure({
        summary: view.items.length === 0 ? t.add : t.change,
        id: 'edit-agenda',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: officePath(view.event.id, '/agenda'),
          scope: 'agenda',
          errors: state.errors,
          content: f.area({ name: 'agenda', label: t.title, hint: t.hint, rows: 10 }),
        }),
      })
    }`,
  })
}

export function hostsSection(frame: ui.Frame, view: PrepareView, open: boolean): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.hosts
  const at = officePath(view.event.id, '/hosts')
  return ui.section({
    title: t.title,
    id: 'hosts',
    content: html`${ui.rows({
      empty: t.none,
      items: view.hosts.map((h) => ({
        title: organisationName(locale, view, h.organisationId),
        href: `/office/organisations/${h.organisationId}`,
        text: t.roles[h.role],
        action:
          open &&
          ui.postButton({
            action: `${at}/remove`,
            csrf,
            label: t.remove,
            hint: organisationName(locale, view, h.organisationId),
            small: true,
            kind: 'quiet',
            fields: { organisation: h.organisationId },
          }),
      })),
    })}${
      open &&
      html`${ui.searchBox({
        locale,
        action: officePath(view.event.id),
        name: 'host',
        label: t.search,
        value: view.found?.text ?? '',
      })}${
        view.found !== null &&
        ui.rows({
          empty: t.notFound,
          items: view.found.rows.map((line) => ({
            title: organisationLabel(line, locale),
            text: line.name,
            action: HOST_ROLES.map((role) =>
              ui.postButton({
                action: at,
                csrf,
                label: t.addAs[role],
                hint: organisationLabel(line, locale),
                small: true,
                kind: 'quiet',
                fields: { organisation: line.id, role },
              }),
            ),
          })),
        })
      }`
    }`,
  })
}

export function materialsSection(frame: ui.Frame, view: PrepareView, open: boolean): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.materials
  const state = stateOf(view, 'materials')
  const f = ui.boundFields({
    locale,
    values: { public: 'yes', ...state.values },
    errors: state.errors,
    scope: 'material',
  })
  const at = officePath(view.event.id, '/materials')
  return ui.section({
    title: t.title,
    id: 'materials',
    content: html`${ui.rows({
      empty: t.none,
      items: view.materials.map((m) => ({
        title: m.title,
        href: m.link ?? `/office/files/${m.fileId}/${encodeURIComponent(m.title)}`,
        text: m.public ? t.isPublic : t.isOffice,
        action:
          open &&
          ui.postButton({
            action: `${at}/remove`,
            csrf,
            label: t.remove,
            hint: m.title,
            small: true,
            kind: 'quiet',
            fields: { material: m.id },
          }),
      })),
    })}${
      open &&
      ui.disclosure({
        summary: t.add,
        id: 'add-material',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: at,
          multipart: true,
          scope: 'material',
          errors: state.errors,
          submit: t.addButton,
          content: html`${f.text({ name: 'title', label: t.name })}${ui.fieldRow([
            f.file({ name: 'file', label: t.file, optional: true }),
            f.text({ name: 'link', label: t.link, type: 'url', optional: true }),
          ])}${f.checkbox({ name: 'public', label: t.public })}`,
        }),
      })
    }`,
  })
}
