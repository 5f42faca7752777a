/** What a copy of the data knows of itself and of the others. */
export interface Place {
  /** Its own name, such as `us`. */
  readonly self: string
  /** Keeps the ballots of two regions apart; also decides between two writes of one millisecond. */
  readonly rank: number
  /** The other copies, in the order in which they are asked. */
  readonly peers: readonly string[]
}

/** How long a region waits for another copy, in ms: two waits in vain must fit into a customer’s patience. */
export const patienceMs = 30

/** How long a copy waits until another one confirms news, in ms. Nobody waits for that, so it may take its time. */
export const gossipPatienceMs = 150
