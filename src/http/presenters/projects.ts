import type { ProjectInPlace } from '../../store/projects.ts'
import { madeAndRetiredAt } from './stamps.ts'

export const presentProject = (project: ProjectInPlace) => ({
  ...project,
  ...madeAndRetiredAt(project),
  fundingCodes: [...project.fundingCodes],
  disciplines: [...project.disciplines],
})
