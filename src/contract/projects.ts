import { z } from 'zod'
import { listedMax } from '../domain/project.ts'
import { day, id, listQuery, nameText, page, text } from './common.ts'
import { datesIn, datesOut, endsOnIn, retirableOut, searchText } from './kept.ts'

const codeCharactersMax = 64

const codes = z.array(text(codeCharactersMax)).max(listedMax)

const fields = {
  code: text(codeCharactersMax),
  name: nameText,
  startsOn: day,
  endsOn: endsOnIn,
  fundingCodes: codes,
  disciplines: codes,
  showsTitles: z
    .boolean()
    .meta({ description: 'Whether staff of a host may read the titles of its bookings.' }),
}

export const newProject = z
  .strictObject({
    groupId: id,
    ...fields,
    ...datesIn,
    fundingCodes: codes.default([]),
    disciplines: codes.default([]),
    showsTitles: fields.showsTitles.default(false),
  })
  .meta({ id: 'NewProject' })

export const projectChanges = z.strictObject(fields).partial().meta({ id: 'ProjectChanges' })

/** A 课题 of a group. */
export const project = z
  .object({
    id,
    groupId: id,
    institutionId: id,
    code: z.string(),
    name: z.string(),
    ...datesOut,
    fundingCodes: z.array(z.string()),
    disciplines: z.array(z.string()),
    showsTitles: z.boolean(),
    ...retirableOut,
  })
  .meta({ id: 'Project' })

const projectMember = z.object({ personId: id, ...datesOut })

export const projectWithMembers = project
  .extend({ members: z.array(projectMember) })
  .meta({ id: 'ProjectWithMembers' })

export const projectMemberDates = z.strictObject(datesIn).meta({ id: 'ProjectMemberDates' })

export const projectQuery = listQuery({ groupId: id.optional(), q: searchText.optional() })
export const projectPage = page('ProjectPage', project)
