import { useState } from 'react'
import { Link } from 'wouter'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type Pool, usePools } from '../../../api/queries/pools.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { useMyDuties } from '../../../frame/duties.ts'
import { Button, LinkButton } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { useMyInstruments } from '../useMyInstruments.ts'
import { PoolDialog } from './poolDialog.tsx'
import { RetireDialog } from './retireDialog.tsx'
import { UnitsDialog } from './unitsDialog.tsx'

/** What is opened over the list. */
type Opened = { readonly kind: 'add' } | { readonly kind: 'rename' | 'units' | 'retire'; readonly id: string }

/** The pools of the reader's institutions: which instruments can stand in for one another. */
export function PoolsPage() {
  const { hosted, pools } = useStaffWords()
  const { isSiteAdmin, institutionIds } = useMyDuties()
  const { instruments } = useMyInstruments()
  const found = usePools()
  const [opened, setOpened] = useState<Opened | null>(null)
  const isMine = ({ institutionId }: Pool) => isSiteAdmin || institutionIds.includes(institutionId)
  const mine = found.data?.filter(isMine)
  const mayAdd = isSiteAdmin || institutionIds.length > 0
  return (
    <Page
      title={pools.title}
      detail={pools.detail}
      actions={
        <>
          <LinkButton href="/manage/instruments">{hosted.title}</LinkButton>
          {mayAdd && (
            <Button look="main" onPress={() => setOpened({ kind: 'add' })}>
              {pools.add}
            </Button>
          )}
        </>
      }
    >
      {mine === undefined && <Waiting error={found.error} onRetry={() => void found.refetch()} />}
      {mine?.length === 0 && (
        <Empty title={pools.none}>
          <p className="quiet">{pools.noneHelp}</p>
        </Empty>
      )}
      {mine !== undefined && mine.length > 0 && (
        <PoolTable pools={mine} instruments={instruments} onOpen={setOpened} />
      )}
      <OpenedDialog
        opened={opened}
        pools={mine ?? []}
        instruments={instruments}
        onClose={() => setOpened(null)}
      />
    </Page>
  )
}

interface OpenedDialogProps {
  readonly opened: Opened | null
  readonly pools: readonly Pool[]
  readonly instruments: readonly Instrument[]
  readonly onClose: () => void
}

function OpenedDialog({ opened, pools, instruments, onClose }: OpenedDialogProps) {
  if (opened === null) return null
  if (opened.kind === 'add') return <PoolDialog onClose={onClose} />
  const { kind, id } = opened
  const pool = pools.find(each => each.id === id)
  if (pool === undefined) return null
  switch (kind) {
    case 'rename':
      return <PoolDialog key={pool.id} pool={pool} onClose={onClose} />
    case 'units':
      return <UnitsDialog key={pool.id} pool={pool} instruments={instruments} onClose={onClose} />
    case 'retire':
      return <RetireDialog pool={pool} onClose={onClose} />
    default:
      return kind satisfies never
  }
}

interface PoolTableProps extends Pick<OpenedDialogProps, 'pools' | 'instruments'> {
  readonly onOpen: (opened: Opened) => void
}

function PoolTable({ pools: listed, instruments, onOpen }: PoolTableProps) {
  const { common, hosted, pools } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = new Map(useInstitutions().data?.map(each => [each.id, each]))
  const unitsOf = ({ id }: Pool) => instruments.filter(each => each.poolId === id)
  const action = (kind: 'rename' | 'units' | 'retire', id: string, name: string) => (
    <Button look="plain" onPress={() => onOpen({ kind, id })}>
      {name}
    </Button>
  )
  const isOfSeveral = new Set(listed.map(each => each.institutionId)).size > 1
  const institution: RecordColumn<Pool> = {
    name: hosted.institution,
    cell: pool => nameOf(institutions.get(pool.institutionId)),
  }
  return (
    <RecordTable
      label={pools.title}
      rows={listed}
      idOf={pool => pool.id}
      columns={[
        { name: pools.name, look: 'head', cell: nameOf },
        { name: pools.count, look: 'number', cell: pool => unitsOf(pool).length },
        { name: pools.units, cell: pool => <Units units={unitsOf(pool)} /> },
        ...(isOfSeveral ? [institution] : []),
        {
          name: common.actions,
          look: 'actions',
          cell: pool => (
            <div className="row">
              {action('units', pool.id, pools.choose)}
              {action('rename', pool.id, pools.rename)}
              {unitsOf(pool).length === 0 && action('retire', pool.id, pools.retire)}
            </div>
          ),
        },
      ]}
    />
  )
}

/** As many as a row names; the rest are counted. */
const namedMax = 4

function Units({ units }: { readonly units: readonly Instrument[] }) {
  const { pools } = useStaffWords()
  const nameOf = useNameOf()
  if (units.length === 0) return <span className="quiet">{pools.empty}</span>
  return (
    <span className="units">
      {units.slice(0, namedMax).map(unit => (
        <Link key={unit.id} href={`/manage/instruments/${unit.id}`}>
          {nameOf(unit)}
        </Link>
      ))}
      {units.length > namedMax && <span className="quiet">{pools.andMore(units.length - namedMax)}</span>}
    </span>
  )
}
