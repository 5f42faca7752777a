import { readFileSync } from 'node:fs'
import { simulate } from '../engine'
import { lessons } from '../lessons/all'
import { answer } from './command'

const readFile = (path: string) => readFileSync(path, 'utf8')
const { out, err, exitCode } = answer(process.argv.slice(2), { lessons, simulate, readFile })

process.stdout.write(out)
process.stderr.write(err)
process.exitCode = exitCode
