import type { Lesson } from '../definition'
import about from './about'
import { vanished } from './acknowledged'
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
  gauges: ['us', 'sx'].flatMap((copy) => [
    {
      id: `vanished-${copy}`,
      title: 'Forgotten writes',
      unit: 'writes',
      of: copy,
      value: (rows) => vanished(rows).length,
    },
    {
      id: `diverging-${copy}`,
      title: 'Differing rows',
      unit: 'rows',
      of: copy,
      value: diverging,
    },
  ]),
  windows: [
    {
      title: 'Worker 1 has decided, and not written yet',
      from: 'w1/before_send(SaveReport)',
      to: 'w1/after_send(SaveReport)',
    },
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
      title: 'Kyle Kingsbury: The trouble with timestamps',
      url: 'https://aphyr.com/posts/299-the-trouble-with-timestamps',
    },
    {
      title:
        'Shapiro and others: A comprehensive study of convergent and commutative replicated data types (2011)',
      url: 'https://inria.hal.science/inria-00555588',
    },
    {
      title: 'Denis Rystsov: CASPaxos, replicated state machines without logs (2018)',
      url: 'https://arxiv.org/abs/1802.07000',
    },
    {
      title: 'Martin Kleppmann: How to do distributed locking',
      url: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html',
    },
  ],
}

export default lesson
