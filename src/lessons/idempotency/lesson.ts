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
  windows: [
    {
      title: 'Between the look and the row',
      from: 'api/after_read(look up the key)',
      to: 'api/after_commit(remember the key)',
    },
    {
      title: 'Charged, and not yet written down',
      from: 'api/after_answer(Charge)',
      to: 'api/after_commit(store the answer)',
    },
  ],
  sources: [
    {
      title: 'IETF draft: The Idempotency-Key HTTP header field',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header',
    },
    {
      title: 'Stripe: Idempotent requests',
      url: 'https://docs.stripe.com/api/idempotent_requests',
    },
    {
      title: 'Brandur Leach: Implementing Stripe-like idempotency keys in Postgres',
      url: 'https://brandur.org/idempotency-keys',
    },
    {
      title: 'Powertools for AWS Lambda: Idempotency',
      url: 'https://docs.powertools.aws.dev/lambda/python/latest/utilities/idempotency/',
    },
    {
      title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs',
      url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/',
    },
  ],
}

export default lesson
