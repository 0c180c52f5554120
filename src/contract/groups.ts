import { z } from 'zod'
import { id, listQuery, nameText, page } from './common.ts'
import { retirableOut, searchText } from './kept.ts'

const fields = {
  name: nameText,
  nameEn: nameText.nullable(),
  investigatorId: id.nullable(),
  defaultProjectId: id.nullable(),
}

export const newGroup = z
  .strictObject({
    institutionId: id,
    name: fields.name,
    nameEn: fields.nameEn.default(null),
    investigatorId: fields.investigatorId.default(null),
  })
  .meta({ id: 'NewGroup' })

export const groupChanges = z.strictObject(fields).partial().meta({ id: 'GroupChanges' })

/** A 课题组: what Chinese sites book and pay by. */
export const group = z
  .object({
    id,
    institutionId: id,
    name: z.string(),
    nameEn: z.string().nullable(),
    investigatorId: id.nullable(),
    defaultProjectId: id.nullable(),
    ...retirableOut,
  })
  .meta({ id: 'Group' })

export const groupQuery = listQuery({ institutionId: id.optional(), q: searchText.optional() })
export const groupPage = page('GroupPage', group)
