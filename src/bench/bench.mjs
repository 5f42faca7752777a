// `npm run bench`: every figure of the speed targets.
import { runOnNode } from '../build/run-on-node.mjs'

await runOnNode('src/bench/main.ts', { nodeFlags: ['--expose-gc'] })
