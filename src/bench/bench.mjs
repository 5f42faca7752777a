// `npm run bench`: every figure of the speed targets; `npm run bench -- engine links` measures those parts alone.
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../e2e/ensure-browser.mjs'
import { runOnNode } from '../build/run-on-node.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const chromium = findChromium()
if (chromium?.path) process.env.FAULTLINE_CHROMIUM = chromium.path

await runOnNode('src/bench/main.ts')
