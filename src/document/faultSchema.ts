import * as v from 'valibot'
import type { FaultVerb } from '../engine'
import { suggestion } from './didYouMean'
import { limits } from './limits'
import {
  flag,
  isObject,
  must,
  name,
  never,
  number,
  object,
  valueOf,
  virtualMs,
} from './schemaParts'
import { shown } from './shown'
import { isVerb, verbFields, verbNames } from './verbs'

const nth = v.exactOptional(number(1, limits.nth))

const moments = {
  point: object({ point: name, nth }),
  message: object({ message: name, nth }),
  timeMs: object({ timeMs: virtualMs }),
}

const moment = v.lazy((input) => {
  const given = Object.entries(moments).filter(
    ([key]) => isObject(input) && Object.hasOwn(input, key),
  )
  const [only] = given
  if (given.length === 1 && only !== undefined) return only[1]
  return never('must name one moment: “point”, “message” or “timeMs”')
})

function schemaOf(verb: FaultVerb): v.GenericSchema {
  const own = verbFields(verb).map((field): [string, v.GenericSchema] => [
    field.name,
    field.optional ? v.exactOptional(valueOf(field)) : valueOf(field),
  ])
  const common = { at: moment, off: v.exactOptional(flag), do: v.literal(verb) }
  return object({ ...common, ...Object.fromEntries(own) })
}

const schemas = new Map(verbNames.map((verb) => [verb, schemaOf(verb)]))

/** The verb decides which members a fault may have. */
export const faultSchema = v.lazy((input) => {
  if (!isObject(input)) return v.custom(isObject, must('an object'))
  const verb = Object.hasOwn(input, 'do') ? input['do'] : undefined
  if (verb === undefined) return never('has no verb: say in “do” what goes wrong')
  const schema = isVerb(verb) ? schemas.get(verb) : undefined
  return schema ?? never(`has no verb ${shown(verb)}${suggestion(String(verb), verbNames)}`)
})
