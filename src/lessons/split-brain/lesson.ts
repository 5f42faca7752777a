import type { Lesson } from '../definition'
import about from './about'
import { vanishedWrites } from './acknowledged'
import { acts } from './acts'
import { checkInfos } from './checks'
import { diverging } from './convergence'
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
  gauges: [
    {
      id: 'vanished',
      title: 'Acknowledged writes that no copy remembers',
      unit: 'writes',
      value: (rows) => vanishedWrites(rows).length,
    },
    { id: 'diverging', title: 'Rows in which the copies differ', unit: 'rows', value: diverging },
  ],
  sources: [
    {
      title: 'DeCandia and others: Dynamo, Amazon’s highly available key-value store (2007)',
      url: 'https://www.allthingsdistributed.com/files/amazon-dynamo-sosp2007.pdf',
    },
    {
      title: 'GitHub: October 21 post-incident analysis (2018)',
      url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
    },
    {
      title: 'Martin Kleppmann: How to do distributed locking',
      url: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html',
    },
  ],
}

export default lesson
