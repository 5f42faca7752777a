import { expectation } from '../document/fields'
import { verbFields, verbNames } from '../document/verbs'

/** What `help` says, line by line. */
export function help(): string {
  const verbs = verbNames.map((verb) => {
    const fields = verbFields(verb).map(
      (field) => `\n      ${field.name}${field.optional ? '?' : ''}: ${expectation(field)}`,
    )
    return `  ${verb}${fields.join('')}`
  })
  return `npm run -s lab -- <command>

  list                            every lesson with its variants, parameters, checks and presets
  run <lesson> [options]          plays a scenario and says how it ends
  points <lesson> [options]       the failure points that a scenario passes, in order

Options of run and points
  --variant V                     which program; the lesson's first when left out
  --preset P                      start from a preset
  --set name=value                a parameter; may be repeated
  --seed N                        another luck
  --fault '<json>'                one more fault; may be repeated
  --link URL | --file F           a whole scenario instead
  --trace                         (run) everything that happened, too

A fault is {"at": <moment>, "do": <verb>, …} with one of the moments
  {"point": "order/after_commit(save order)", "nth": 1}
  {"message": "OrderPlaced relay>broker", "nth": 1}
  {"timeMs": 120.5}
and one of the verbs
${verbs.join('\n')}

JSON comes on standard output and remarks on standard error. Exit code 2 stands for bad input.`
}
