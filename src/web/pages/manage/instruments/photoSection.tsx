import { useEffect, useState } from 'react'
import { photoBytesMax } from '../../../../domain/photo.ts'
import { useSetPhoto } from '../../../api/queries/instrumentEdits.ts'
import { type Instrument, usePhoto } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { FileButton } from '../../../kit/fileButton.tsx'
import { Note } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

/** The photo of an instrument, to be set or taken away. */
export function PhotoSection({ instrument }: { readonly instrument: Instrument }) {
  const { hosted, instrument: facts } = useStaffWords()
  const nameOf = useNameOf()
  const { id, photoUpdatedAt } = instrument
  const photo = usePhoto(id, photoUpdatedAt)
  const setPhoto = useSetPhoto()
  const [isTooLarge, setTooLarge] = useState(false)
  const choose = (file: File) => {
    setTooLarge(file.size > photoBytesMax)
    if (file.size <= photoBytesMax) setPhoto.mutate({ id, photo: file })
  }
  return (
    <Section title={hosted.photo}>
      <div className="card photo-edit">
        {photoUpdatedAt === null || photo.data === undefined ? (
          <p className="quiet">{hosted.noPhoto}</p>
        ) : (
          <Picture content={photo.data} name={facts.photo(nameOf(instrument))} />
        )}
        <div className="stack-tight">
          <div className="row">
            <FileButton
              accept={['image/png', 'image/jpeg']}
              onChoose={choose}
              isDisabled={setPhoto.isPending}
            >
              {hosted.upload}
            </FileButton>
            {photoUpdatedAt !== null && (
              <Button look="danger" onPress={() => setPhoto.mutate({ id, photo: null })}>
                {hosted.removePhoto}
              </Button>
            )}
          </div>
          <p className="quiet">{hosted.photoHelp}</p>
          {isTooLarge && <Note tone="bad" title={hosted.photoTooLarge} role="alert" />}
          <ProblemNote error={setPhoto.error} />
        </div>
      </div>
    </Section>
  )
}

function Picture({ content, name }: { readonly content: Blob; readonly name: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return url === null ? null : <img className="photo" src={url} alt={name} />
}
