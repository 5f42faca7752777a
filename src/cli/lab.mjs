// `npm run -s lab -- <command>`: the same engine without a browser.
import { runOnNode } from '../build/run-on-node.mjs'

await runOnNode('src/cli/main.ts')
