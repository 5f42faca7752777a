import type { Act } from '../../lessons/definition'

const labels: Readonly<Record<Act['id'], string>> = {
  watch: 'Watch',
  predict: 'Predict',
  break: 'Break',
  why: 'Why',
  fix: 'Fix',
  limit: 'Limit',
}

export const actLabel = (id: Act['id']): string => labels[id]
