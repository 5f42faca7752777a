import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import { App } from './app/App'
import { applySettings } from './app/settings'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

applySettings(document.documentElement)

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
