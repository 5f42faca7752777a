import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { csp } from './src/build/csp.ts'
import { preload } from './src/build/preload.ts'
import { sources } from './src/build/sources.ts'

export default defineConfig({
  base: './',
  plugins: [sources(), react(), preload(), csp()],
  worker: { format: 'es' },
  build: {
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    // The content security policy allows data: addresses for nothing but pictures.
    assetsInlineLimit: 0,
    // Lets components that nobody uses be left out, such as the minimap of React Flow.
    rolldownOptions: { treeshake: { manualPureFunctions: ['memo', 'forwardRef'] } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'threads',
  },
})
