import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { checkInfos } from './checks'
import { outcome } from './outcome'
import { params } from './params'
import { presets } from './presets'
import { stage } from './stage'
import { variants } from './variants'

const lesson: Lesson = {
  ...about,
  variants,
  params,
  checks: checkInfos,
  presets,
  outcome,
  acts,
  stage,
  press: { label: 'Pay', countParam: 'clicks', spacingParam: 'spacingMs' },
  windows: [
    {
      title: 'Between the look and the row',
      from: 'api/after_read(look up the key)',
      to: 'api/after_commit(remember the key)',
    },
  ],
  sources: [
    {
      title: 'IETF draft: The Idempotency-Key HTTP header field',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header',
    },
    {
      title: 'Brandur Leach: Implementing Stripe-like idempotency keys in Postgres',
      url: 'https://brandur.org/idempotency-keys',
    },
    {
      title: 'PostgreSQL: Index uniqueness checks',
      url: 'https://www.postgresql.org/docs/current/index-unique-checks.html',
    },
  ],
}

export default lesson
