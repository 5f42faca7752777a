/**
 * How times, faults and failure points are written, handed to `ui`, which takes only types from
 * the layers that know.
 */
export { describeFault } from '../document/describeFault'
export {
  momentText,
  ordinal,
  parseMessage,
  parsePoint,
  type PointName,
} from '../document/momentText'
export { namesOf, type Names } from '../document/names'
export { fieldValue, isVerb, verbFields, verbNames, verbs } from '../document/verbs'
export { formatMs } from '../engine'
