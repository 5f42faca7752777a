import type { ParamValues, Variant } from '../definition'
import * as checkpointApartView from './checkpoint-apart/view'
import * as mailsAgainView from './mails-again/view'
import * as resumeLedger from './resume/ledger'
import * as resumeMailer from './resume/mailer'
import * as resumeView from './resume/view'
import * as rowStoreLedger from './row-store/ledger'
import * as startOverView from './start-over/view'
import { system, type Parts } from './topology'

const whole: Parts = { ledger: resumeLedger, view: resumeView, mailer: resumeMailer }

const files = {
  ledger: 'resume/ledger.ts',
  view: 'resume/view.ts',
  mailer: 'resume/mailer.ts',
}

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return {
    ...about,
    alsoShown: ['bookings.ts'],
    system: (params: ParamValues) => system(parts, params),
  }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'row-store',
      title: 'Row store',
      correct: false,
      summary: 'Each booking changes a balance, and the booking itself is not kept.',
      files: { ledger: 'row-store/ledger.ts' },
    },
    { ledger: rowStoreLedger },
  ),
  variant(
    {
      id: 'resume',
      title: 'Event log',
      correct: true,
      summary:
        'Bookings are events; a new generation is folded in batches, each with its checkpoint.',
      files,
    },
    whole,
  ),
  variant(
    {
      id: 'start-over',
      title: 'Event log, from the start',
      correct: true,
      summary: 'A rebuild that was interrupted is thrown away and begun again: right, and slow.',
      files: { ...files, view: 'start-over/view.ts' },
    },
    { ...whole, view: startOverView },
  ),
  variant(
    {
      id: 'checkpoint-apart',
      title: 'Checkpoint apart',
      correct: false,
      summary: 'The batch is one commit, and how far it reaches is another.',
      files: { ...files, view: 'checkpoint-apart/view.ts' },
    },
    { ...whole, view: checkpointApartView },
  ),
  variant(
    {
      id: 'mails-again',
      title: 'View that sends mails',
      correct: false,
      summary: 'Whoever folds a refund also sends the mail, in a replay as well.',
      files: { ledger: files.ledger, view: 'mails-again/view.ts' },
    },
    { ledger: resumeLedger, view: mailsAgainView },
  ),
]
