-- Second lines of defence, idempotent, applied after every migration. Each says its own name when it refuses;
-- violations.ts turns the name into the refusal. guards.postgres.sql carries the same rules under the same names.
-- What SQLite splits over two triggers ends in _update here.

-- Exclusive instruments: two live bookings never occupy the same instant.
DROP TRIGGER IF EXISTS bookings_no_overlap;
CREATE TRIGGER bookings_no_overlap BEFORE INSERT ON bookings
WHEN NEW.live = 1 AND NEW.exclusive = 1
BEGIN
  SELECT RAISE(ABORT, 'bookings_no_overlap') WHERE EXISTS (
    SELECT 1 FROM bookings AS other
    WHERE other.instrument_id = NEW.instrument_id AND other.live = 1 AND other.id <> NEW.id
      AND other.occupied_until > NEW.starts_at AND other.starts_at < NEW.occupied_until
  );
END;

DROP TRIGGER IF EXISTS bookings_no_overlap_update;
CREATE TRIGGER bookings_no_overlap_update BEFORE UPDATE OF instrument_id, exclusive, live, starts_at, occupied_until ON bookings
WHEN NEW.live = 1 AND NEW.exclusive = 1
BEGIN
  SELECT RAISE(ABORT, 'bookings_no_overlap') WHERE EXISTS (
    SELECT 1 FROM bookings AS other
    WHERE other.instrument_id = NEW.instrument_id AND other.live = 1 AND other.id <> NEW.id
      AND other.occupied_until > NEW.starts_at AND other.starts_at < NEW.occupied_until
  );
END;

-- Shared instruments: at every instant the places taken stay within the capacity. They can only rise where
-- a booking starts, so those instants are enough.
DROP TRIGGER IF EXISTS bookings_capacity;
CREATE TRIGGER bookings_capacity BEFORE INSERT ON bookings
WHEN NEW.live = 1 AND NEW.exclusive = 0
BEGIN
  SELECT RAISE(ABORT, 'bookings_capacity') WHERE (
    SELECT max(taken) FROM (
      SELECT NEW.places + coalesce((
        SELECT sum(other.places) FROM bookings AS other
        WHERE other.instrument_id = NEW.instrument_id AND other.live = 1 AND other.id <> NEW.id
          AND other.starts_at <= moment.at AND other.occupied_until > moment.at
      ), 0) AS taken
      FROM (
        SELECT NEW.starts_at AS at
        UNION
        SELECT starting.starts_at FROM bookings AS starting
        WHERE starting.instrument_id = NEW.instrument_id AND starting.live = 1 AND starting.id <> NEW.id
          AND starting.occupied_until > NEW.starts_at
          AND starting.starts_at > NEW.starts_at AND starting.starts_at < NEW.occupied_until
      ) AS moment
    )
  ) > (SELECT capacity FROM instruments WHERE id = NEW.instrument_id);
END;

DROP TRIGGER IF EXISTS bookings_capacity_update;
CREATE TRIGGER bookings_capacity_update BEFORE UPDATE OF instrument_id, exclusive, live, places, starts_at, occupied_until ON bookings
WHEN NEW.live = 1 AND NEW.exclusive = 0
BEGIN
  SELECT RAISE(ABORT, 'bookings_capacity') WHERE (
    SELECT max(taken) FROM (
      SELECT NEW.places + coalesce((
        SELECT sum(other.places) FROM bookings AS other
        WHERE other.instrument_id = NEW.instrument_id AND other.live = 1 AND other.id <> NEW.id
          AND other.starts_at <= moment.at AND other.occupied_until > moment.at
      ), 0) AS taken
      FROM (
        SELECT NEW.starts_at AS at
        UNION
        SELECT starting.starts_at FROM bookings AS starting
        WHERE starting.instrument_id = NEW.instrument_id AND starting.live = 1 AND starting.id <> NEW.id
          AND starting.occupied_until > NEW.starts_at
          AND starting.starts_at > NEW.starts_at AND starting.starts_at < NEW.occupied_until
      ) AS moment
    )
  ) > (SELECT capacity FROM instruments WHERE id = NEW.instrument_id);
END;

-- What happened stays written.
DROP TRIGGER IF EXISTS transfers_no_update;
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers_no_update');
END;

DROP TRIGGER IF EXISTS transfers_no_delete;
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers_no_delete');
END;

DROP TRIGGER IF EXISTS audit_no_update;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit_no_update');
END;

DROP TRIGGER IF EXISTS audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit_no_delete');
END;

DROP TRIGGER IF EXISTS seals_no_update;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals
BEGIN
  SELECT RAISE(ABORT, 'seals_no_update');
END;

DROP TRIGGER IF EXISTS seals_no_delete;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals
BEGIN
  SELECT RAISE(ABORT, 'seals_no_delete');
END;

-- A transfer that would break the books is refused before it moves anything. Each kind has one shape, or units
-- would appear in a second lot; the period is that of the lot that gives, or takes where none gives.
DROP TRIGGER IF EXISTS transfers_check;
CREATE TRIGGER transfers_check BEFORE INSERT ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers_shape') WHERE NEW.source_lot_id IS NEW.destination_lot_id OR NOT CASE
    WHEN NEW.op IN ('hold', 'settle', 'release') THEN
      NEW.kind = 'use' AND NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NULL
    WHEN NEW.kind IN ('use', 'overrun', 'forfeit', 'expire') THEN
      NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NULL
    WHEN NEW.kind = 'grant' THEN NEW.destination_lot_id IS NOT NULL
    WHEN NEW.kind IN ('suballocate', 'carry') THEN
      NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NOT NULL
    ELSE NEW.kind = 'reversal'
  END;
  SELECT RAISE(ABORT, 'transfers_period_closed') WHERE EXISTS (
    SELECT 1 FROM periods
    WHERE id = NEW.period_id AND (state = 'closed' OR (state = 'soft_closed' AND NEW.op = 'hold'))
  ) OR EXISTS (
    SELECT 1 FROM lots JOIN periods ON periods.id = lots.period_id
    WHERE lots.id IN (NEW.source_lot_id, NEW.destination_lot_id) AND periods.state = 'closed'
  );
  SELECT RAISE(ABORT, 'transfers_ledger_mismatch') WHERE EXISTS (
    SELECT 1 FROM lots WHERE id IN (NEW.source_lot_id, NEW.destination_lot_id) AND ledger_id <> NEW.ledger_id
  ) OR EXISTS (
    SELECT 1 FROM lots
    WHERE id = coalesce(NEW.source_lot_id, NEW.destination_lot_id) AND period_id <> NEW.period_id
  );
  SELECT RAISE(ABORT, 'transfers_settle_exceeds_hold') WHERE NEW.pending_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM transfers AS hold
    WHERE hold.id = NEW.pending_id AND hold.op = 'hold' AND hold.source_lot_id = NEW.source_lot_id
      AND ((NEW.op = 'settle' AND NEW.amount <= hold.amount) OR (NEW.op = 'release' AND NEW.amount = hold.amount))
  );
  SELECT RAISE(ABORT, 'transfers_reversal_of_reversal') WHERE NEW.kind = 'reversal' AND NOT EXISTS (
    SELECT 1 FROM transfers AS original
    WHERE original.id = NEW.reversal_of AND original.kind <> 'reversal' AND original.op IN ('post', 'settle')
      AND original.source_lot_id IS NEW.source_lot_id AND original.destination_lot_id IS NEW.destination_lot_id
  );
  SELECT RAISE(ABORT, 'transfers_reversal_exceeds') WHERE NEW.kind = 'reversal' AND NEW.amount + coalesce((
    SELECT sum(amount) FROM transfers WHERE reversal_of = NEW.reversal_of
  ), 0) > (SELECT amount FROM transfers WHERE id = NEW.reversal_of);
END;

-- The balance moves with the row: nothing else may move it.
DROP TRIGGER IF EXISTS transfers_apply;
CREATE TRIGGER transfers_apply AFTER INSERT ON transfers
BEGIN
  UPDATE lots SET
    held = held
      + CASE WHEN NEW.op = 'hold' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.pending_id IS NOT NULL THEN (SELECT amount FROM transfers WHERE id = NEW.pending_id) ELSE 0 END,
    used = used
      + CASE WHEN NEW.op = 'settle' OR (NEW.op = 'post' AND NEW.kind IN ('use', 'overrun')) THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND EXISTS (
          SELECT 1 FROM transfers WHERE id = NEW.reversal_of AND kind IN ('use', 'overrun')
        ) THEN NEW.amount ELSE 0 END,
    forfeited = forfeited
      + CASE WHEN NEW.kind = 'forfeit' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND EXISTS (
          SELECT 1 FROM transfers WHERE id = NEW.reversal_of AND kind = 'forfeit'
        ) THEN NEW.amount ELSE 0 END,
    expired = expired
      + CASE WHEN NEW.kind = 'expire' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND EXISTS (
          SELECT 1 FROM transfers WHERE id = NEW.reversal_of AND kind = 'expire'
        ) THEN NEW.amount ELSE 0 END,
    carried = carried
      + CASE WHEN NEW.kind = 'carry' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND EXISTS (
          SELECT 1 FROM transfers WHERE id = NEW.reversal_of AND kind = 'carry'
        ) THEN NEW.amount ELSE 0 END,
    granted = granted
      - CASE WHEN NEW.kind IN ('grant', 'suballocate') THEN NEW.amount ELSE 0 END
      + CASE WHEN NEW.kind = 'reversal' AND EXISTS (
          SELECT 1 FROM transfers WHERE id = NEW.reversal_of AND kind IN ('grant', 'suballocate')
        ) THEN NEW.amount ELSE 0 END,
    last_transfer_id = NEW.id
  WHERE id = NEW.source_lot_id;
  UPDATE lots SET
    granted = granted + CASE WHEN NEW.kind = 'reversal' THEN -NEW.amount ELSE NEW.amount END,
    last_transfer_id = NEW.id
  WHERE id = NEW.destination_lot_id;
END;

-- Only the newest transfer can be the one that moves: an older one has been noted on its lots already.
DROP TRIGGER IF EXISTS lots_moved_by_transfer;
CREATE TRIGGER lots_moved_by_transfer BEFORE UPDATE OF granted, held, used, forfeited, expired, carried, last_transfer_id ON lots
BEGIN
  SELECT RAISE(ABORT, 'lots_moved_by_transfer') WHERE NEW.last_transfer_id IS OLD.last_transfer_id OR NOT EXISTS (
    SELECT 1 FROM transfers
    WHERE id = NEW.last_transfer_id AND NEW.id IN (source_lot_id, destination_lot_id)
      AND rowid = (SELECT max(rowid) FROM transfers)
  );
END;

-- A lot begins empty: units come in by a transfer only.
DROP TRIGGER IF EXISTS lots_begin_empty;
CREATE TRIGGER lots_begin_empty BEFORE INSERT ON lots
WHEN NEW.granted <> 0 OR NEW.held <> 0 OR NEW.used <> 0 OR NEW.forfeited <> 0 OR NEW.expired <> 0 OR NEW.carried <> 0
  OR NEW.last_transfer_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'lots_begin_empty');
END;

-- A lot belongs to the ledger of its account and of its period, for good.
DROP TRIGGER IF EXISTS lots_one_ledger;
CREATE TRIGGER lots_one_ledger BEFORE INSERT ON lots
BEGIN
  SELECT RAISE(ABORT, 'lots_one_ledger') WHERE
    NEW.ledger_id <> (SELECT ledger_id FROM accounts WHERE id = NEW.account_id)
    OR NEW.ledger_id <> (SELECT ledger_id FROM periods WHERE id = NEW.period_id);
END;

DROP TRIGGER IF EXISTS lots_one_ledger_update;
CREATE TRIGGER lots_one_ledger_update BEFORE UPDATE OF id, ledger_id, account_id, period_id ON lots
BEGIN
  SELECT RAISE(ABORT, 'lots_one_ledger');
END;

-- A period closes once nothing in it is held, and stays closed.
DROP TRIGGER IF EXISTS periods_close_once;
CREATE TRIGGER periods_close_once BEFORE UPDATE ON periods
WHEN OLD.state = 'closed' OR NEW.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'periods_close_once') WHERE OLD.state = 'closed' OR EXISTS (
    SELECT 1 FROM lots WHERE period_id = NEW.id AND held <> 0
  );
END;

-- The seal after the newest, never a gap.
DROP TRIGGER IF EXISTS seals_gap_free;
CREATE TRIGGER seals_gap_free BEFORE INSERT ON seals
BEGIN
  SELECT RAISE(ABORT, 'seals_gap_free') WHERE NEW.seq <> 1 + coalesce((
    SELECT max(seq) FROM seals WHERE ledger_id = NEW.ledger_id
  ), 0);
END;
