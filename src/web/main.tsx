import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { session } from './api/session.ts'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/kit.css'
import './styles/frame.css'
import './styles/timeline.css'
import './styles/timelineMarks.css'
import './styles/timelineList.css'
import './styles/find.css'
import './styles/booking.css'

const place = document.getElementById('page')
if (place === null) throw new Error('index.html has no place for the page')
void session.start()
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
