import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type Site, useEditSite, useSetLogo, useSite } from '../../api/queries/site.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FileButton } from '../../kit/fileButton.tsx'
import { Note, Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { faultOf, ProblemNote } from '../../kit/problemNote.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { FirstSteps } from './firstSteps.tsx'

/** For the site's admin: what the site is called and how it looks. */
export function SitePage() {
  const { site } = useStaffWords()
  const asked = useSite()
  // Held here, for the form is made anew with each version.
  const edit = useEditSite()
  return (
    <Page title={site.title} detail={site.detail}>
      <FirstSteps whenDone="kept" />
      {asked.data === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <>
          <Titles key={asked.data.version} site={asked.data} edit={edit} />
          {edit.isSuccess && <Note tone="good" title={site.saved} role="status" />}
          <Logo isSet={asked.data.logo} />
        </>
      )}
    </Page>
  )
}

interface TitlesProps {
  readonly site: Site
  readonly edit: ReturnType<typeof useEditSite>
}

function Titles({ site, edit }: TitlesProps) {
  const { common, site: words } = useStaffWords()
  const [title, setTitle] = useState(site.title)
  const [titleEn, setTitleEn] = useState(site.titleEn)
  const { error } = edit
  return (
    <Form
      className="card stack"
      onSubmit={event => {
        event.preventDefault()
        edit.mutate({ version: site.version, title, titleEn })
      }}
    >
      <TextField
        label={words.name}
        value={title}
        onChange={setTitle}
        error={faultOf(error, 'title')}
        isRequired
      />
      <TextField
        label={words.nameEn}
        value={titleEn}
        onChange={setTitleEn}
        error={faultOf(error, 'titleEn')}
        isRequired
      />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" look="main" isPending={edit.isPending}>
          {common.save}
        </Button>
      </div>
    </Form>
  )
}

function Logo({ isSet }: { readonly isSet: boolean }) {
  const { site } = useStaffWords()
  const setLogo = useSetLogo()
  return (
    <Section title={site.logo}>
      <div className="card stack-tight">
        <p className="quiet">{site.logoHelp}</p>
        <div className="row">
          <FileButton accept={['image/png', 'image/jpeg']} onChoose={logo => setLogo.mutate(logo)}>
            {site.chooseLogo}
          </FileButton>
          {isSet && (
            <Button onPress={() => setLogo.mutate(null)} isPending={setLogo.isPending}>
              {site.removeLogo}
            </Button>
          )}
        </div>
        {setLogo.isSuccess && <Note tone="good" title={site.saved} role="status" />}
        <ProblemNote error={setLogo.error} />
      </div>
    </Section>
  )
}
