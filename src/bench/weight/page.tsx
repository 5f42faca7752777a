import { Background, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { createRoot } from 'react-dom/client'

/** The least that a page with a canvas of this kind can be: what the product's first canvas is compared with. */
const nodes = Array.from({ length: 5 }, (_, place) => ({
  id: `${place}`,
  position: { x: 220 * place, y: 90 * (place % 2) },
  data: { label: `Service ${place}` },
}))

const edges = nodes.slice(1).map(({ id }, place) => ({ id, source: `${place}`, target: id }))

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
root.style.blockSize = '800px'
createRoot(root).render(
  <ReactFlow nodes={nodes} edges={edges} fitView>
    <Background />
  </ReactFlow>,
)
