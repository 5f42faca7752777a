import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Manifest } from 'vite'
import { firstCanvas } from './firstCanvas'
import { lateChunks, neededFiles } from './neededFiles'
import type { NeededFiles } from './neededFiles'

/** A page that has not drawn its canvas in so many times the usual never will. */
const patience = 4

/**
 * What a page cannot draw its canvas without: the entry, and each late chunk that, held back alone,
 * keeps the canvas from standing. A page that asks early for what it needs later is not blamed for it.
 */
export async function neededForCanvas(
  browser: Browser,
  address: string,
  folder: string,
): Promise<NeededFiles> {
  const manifest = await readManifest(folder)
  const usual = await firstCanvas(browser, address)
  if (usual === null) throw new Error(`There is no canvas at ${address}.`)
  const limitMs = Math.max(2_000, patience * usual.timeMs)
  const needed = ['index.html']
  for (const chunk of lateChunks(manifest, usual.asked)) {
    const withheld = manifest[chunk]?.file ?? ''
    if ((await firstCanvas(browser, address, { withheld, limitMs })) === null) needed.push(chunk)
  }
  return neededFiles(manifest, needed)
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
}
