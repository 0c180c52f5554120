import { useState } from 'react'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useGroup } from '../../api/queries/groups.ts'
import { type Person, useAddAffiliation, useEndAffiliation } from '../../api/queries/people.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { Button } from '../../kit/button.tsx'
import { DayField } from '../../kit/dates.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { Section } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { GroupField } from './addPersonDialog.tsx'
import { type Chosen, InstitutionChoice } from './choices.tsx'
import { DatedList } from './datedList.tsx'

interface PlacesProps {
  readonly person: Person
  /** The one that the reader runs; absent: all. */
  readonly institution?: Chosen
}

/** Where a person belongs, and from when to when. */
export function PlacesSection({ person, institution }: PlacesProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = useInstitutions().data
  const [isAdding, setAdding] = useState(false)
  const endAffiliation = useEndAffiliation()
  const version = person.record?.retiredAt === null ? person.record.version : undefined
  return (
    <Section
      title={people.places}
      actions={version !== undefined && <Button onPress={() => setAdding(true)}>{people.addPlace}</Button>}
    >
      <div className="card">
        {person.affiliations.length === 0 && <p className="quiet">{people.noPlace}</p>}
        <DatedList
          rows={person.affiliations}
          name={({ institutionId, groupId }) => (
            <>
              <strong>{nameOf(institutions?.find(each => each.id === institutionId))}</strong>
              {groupId !== null && <GroupName id={groupId} />}
            </>
          )}
          ending={
            version === undefined
              ? undefined
              : {
                  title: people.endPlace,
                  help: people.endPlaceHelp,
                  deed: endAffiliation,
                  end: (partId, endsOn, onSuccess) =>
                    endAffiliation.mutate({ id: person.id, version, partId, endsOn }, { onSuccess }),
                }
          }
        />
      </div>
      {isAdding && version !== undefined && (
        <AddPlaceDialog
          personId={person.id}
          version={version}
          institution={institution ?? null}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

export function GroupName({ id }: { readonly id: string }) {
  const nameOf = useNameOf()
  return ` · ${nameOf(useGroup(id).data)}`
}

interface AddPlaceProps {
  readonly personId: string
  readonly version: number
  readonly institution: Chosen | null
  readonly onClose: () => void
}

function AddPlaceDialog({ personId, version, institution: fixed, onClose }: AddPlaceProps) {
  const { people } = useStaffWords()
  const [institution, setInstitution] = useState(fixed)
  const [groupId, setGroupId] = useState('')
  const [startsOn, setStartsOn] = useState<string | null>(useSiteToday())
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const add = useAddAffiliation()
  const isReady = institution !== null && startsOn !== null
  const save = () => {
    if (!isReady) return
    const affiliation = { institutionId: institution.id, groupId: groupId || null, startsOn, endsOn }
    add.mutate({ id: personId, version, affiliation }, { onSuccess: onClose })
  }
  return (
    <Dialog title={people.addPlace} isOpen onClose={onClose}>
      {fixed === null ? (
        <InstitutionChoice chosen={institution} onChoose={setInstitution} />
      ) : (
        <p>{fixed.name}</p>
      )}
      {institution !== null && (
        <GroupField institutionId={institution.id} value={groupId} onChange={setGroupId} />
      )}
      <div className="people-fields">
        <DayField label={people.since} value={startsOn} onChange={setStartsOn} />
        <DayField label={people.untilOptional} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd deed={add} name={people.addPlace} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
