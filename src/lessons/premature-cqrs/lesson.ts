import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { checkInfos } from './checks'
import { outcome } from './outcome'
import { params } from './params'
import { presets } from './presets'
import { price } from './price'
import { gauges, stage } from './stage'
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
  gauges,
  price,
  sources: [{ title: 'Martin Fowler: CQRS', url: 'https://martinfowler.com/bliki/CQRS.html' }],
}

export default lesson
