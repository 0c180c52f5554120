-- Second lines of defence, idempotent, applied after every migration. Each says its own name when it refuses;
-- violations.ts turns the name into the refusal. guards.sqlite.sql carries the same rules under the same names.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Exclusive instruments: two live bookings never occupy the same instant.
DO $guard$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'bookings_no_overlap' AND conrelid = 'bookings'::regclass) THEN
    ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap
      EXCLUDE USING gist (instrument_id WITH =, int8range(starts_at, occupied_until) WITH &&)
      WHERE (live AND exclusive);
  END IF;
END
$guard$;

-- Shared instruments: at every instant the places taken stay within the capacity. They can only rise where
-- a booking starts, so those instants are enough. The instrument's row is locked first: two inserts that
-- do not see each other would both fit.
CREATE OR REPLACE FUNCTION bookings_capacity() RETURNS trigger LANGUAGE plpgsql AS $guard$
DECLARE
  places_in_all bigint;
  peak bigint;
BEGIN
  SELECT instruments.capacity INTO places_in_all FROM instruments WHERE id = NEW.instrument_id FOR NO KEY UPDATE;
  SELECT max(moment.taken) INTO peak FROM (
    SELECT NEW.places + coalesce((
      SELECT sum(other.places) FROM bookings AS other
      WHERE other.instrument_id = NEW.instrument_id AND other.live AND other.id <> NEW.id
        AND other.starts_at <= starting.at AND other.occupied_until > starting.at
    ), 0) AS taken
    FROM (
      SELECT NEW.starts_at AS at
      UNION
      SELECT starting.starts_at FROM bookings AS starting
      WHERE starting.instrument_id = NEW.instrument_id AND starting.live AND starting.id <> NEW.id
        AND starting.occupied_until > NEW.starts_at
        AND starting.starts_at > NEW.starts_at AND starting.starts_at < NEW.occupied_until
    ) AS starting
  ) AS moment;
  IF peak > places_in_all THEN
    RAISE EXCEPTION 'bookings_capacity' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_capacity';
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER bookings_capacity BEFORE INSERT OR UPDATE OF instrument_id, exclusive, live, places, starts_at, occupied_until ON bookings FOR EACH ROW
  WHEN (NEW.live AND NOT NEW.exclusive)
  EXECUTE FUNCTION bookings_capacity();

-- What happened stays written. TRUNCATE asks statement triggers only.
CREATE OR REPLACE FUNCTION transfers_no_update() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'transfers_no_update' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_no_update';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER transfers_no_update BEFORE UPDATE ON transfers FOR EACH ROW
  EXECUTE FUNCTION transfers_no_update();

CREATE OR REPLACE FUNCTION transfers_no_delete() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'transfers_no_delete' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_no_delete';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER transfers_no_delete BEFORE DELETE OR TRUNCATE ON transfers FOR EACH STATEMENT
  EXECUTE FUNCTION transfers_no_delete();

CREATE OR REPLACE FUNCTION audit_no_update() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'audit_no_update' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_no_update';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW
  EXECUTE FUNCTION audit_no_update();

CREATE OR REPLACE FUNCTION audit_no_delete() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'audit_no_delete' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_no_delete';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER audit_no_delete BEFORE DELETE OR TRUNCATE ON audit FOR EACH STATEMENT
  EXECUTE FUNCTION audit_no_delete();

CREATE OR REPLACE FUNCTION seals_no_update() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'seals_no_update' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'seals_no_update';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER seals_no_update BEFORE UPDATE ON seals FOR EACH ROW
  EXECUTE FUNCTION seals_no_update();

CREATE OR REPLACE FUNCTION seals_no_delete() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'seals_no_delete' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'seals_no_delete';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER seals_no_delete BEFORE DELETE OR TRUNCATE ON seals FOR EACH STATEMENT
  EXECUTE FUNCTION seals_no_delete();

-- A transfer that would break the books is refused before it moves anything. Each kind has one shape, or units
-- would appear in a second lot; the period is that of the lot that gives, or takes where none gives.
CREATE OR REPLACE FUNCTION transfers_check() RETURNS trigger LANGUAGE plpgsql AS $guard$
DECLARE
  original transfers%ROWTYPE;
BEGIN
  IF NEW.source_lot_id IS NOT DISTINCT FROM NEW.destination_lot_id OR NOT (CASE
    WHEN NEW.op IN ('hold', 'settle', 'release') THEN
      NEW.kind = 'use' AND NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NULL
    WHEN NEW.kind IN ('use', 'overrun', 'forfeit', 'expire') THEN
      NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NULL
    WHEN NEW.kind = 'grant' THEN NEW.destination_lot_id IS NOT NULL
    WHEN NEW.kind IN ('suballocate', 'carry') THEN
      NEW.source_lot_id IS NOT NULL AND NEW.destination_lot_id IS NOT NULL
    ELSE NEW.kind = 'reversal'
  END) THEN
    RAISE EXCEPTION 'transfers_shape' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_shape';
  END IF;
  -- Shared locks: a period that is being closed waits for the transfers under way, and later ones see it closed.
  PERFORM 1 FROM periods WHERE id = NEW.period_id
    OR id IN (SELECT period_id FROM lots WHERE lots.id IN (NEW.source_lot_id, NEW.destination_lot_id))
    ORDER BY id FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM periods
    WHERE id = NEW.period_id AND (state = 'closed' OR (state = 'soft_closed' AND NEW.op = 'hold'))
  ) OR EXISTS (
    SELECT 1 FROM lots JOIN periods ON periods.id = lots.period_id
    WHERE lots.id IN (NEW.source_lot_id, NEW.destination_lot_id) AND periods.state = 'closed'
  ) THEN
    RAISE EXCEPTION 'transfers_period_closed' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_period_closed';
  END IF;
  IF EXISTS (
    SELECT 1 FROM lots WHERE id IN (NEW.source_lot_id, NEW.destination_lot_id) AND ledger_id <> NEW.ledger_id
  ) OR EXISTS (
    SELECT 1 FROM lots
    WHERE id = coalesce(NEW.source_lot_id, NEW.destination_lot_id) AND period_id <> NEW.period_id
  ) THEN
    RAISE EXCEPTION 'transfers_ledger_mismatch' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_ledger_mismatch';
  END IF;
  SELECT * INTO original FROM transfers WHERE id = coalesce(NEW.pending_id, NEW.reversal_of);
  IF NEW.pending_id IS NOT NULL AND (
    original.op IS DISTINCT FROM 'hold' OR original.source_lot_id IS DISTINCT FROM NEW.source_lot_id
    OR (NEW.op = 'settle' AND NEW.amount > original.amount)
    OR (NEW.op = 'release' AND NEW.amount <> original.amount)
  ) THEN
    RAISE EXCEPTION 'transfers_settle_exceeds_hold' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_settle_exceeds_hold';
  END IF;
  IF NEW.kind = 'reversal' AND (
    original.kind IS NULL OR original.kind = 'reversal' OR original.op NOT IN ('post', 'settle')
    OR original.source_lot_id IS DISTINCT FROM NEW.source_lot_id
    OR original.destination_lot_id IS DISTINCT FROM NEW.destination_lot_id
  ) THEN
    RAISE EXCEPTION 'transfers_reversal_of_reversal' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_reversal_of_reversal';
  END IF;
  IF NEW.kind = 'reversal' THEN
    -- Two reversals of one row at once: the second waits here and then sees the first.
    PERFORM 1 FROM transfers WHERE id = NEW.reversal_of FOR UPDATE;
    IF NEW.amount + coalesce((SELECT sum(amount) FROM transfers WHERE reversal_of = NEW.reversal_of), 0)
        > original.amount THEN
      RAISE EXCEPTION 'transfers_reversal_exceeds' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfers_reversal_exceeds';
    END IF;
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER transfers_check BEFORE INSERT ON transfers FOR EACH ROW
  EXECUTE FUNCTION transfers_check();

-- The balance moves with the row: nothing else may move it.
CREATE OR REPLACE FUNCTION transfers_apply() RETURNS trigger LANGUAGE plpgsql AS $guard$
DECLARE
  original transfers%ROWTYPE;
BEGIN
  SELECT * INTO original FROM transfers WHERE id = coalesce(NEW.pending_id, NEW.reversal_of);
  UPDATE lots SET
    held = held
      + CASE WHEN NEW.op = 'hold' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.pending_id IS NOT NULL THEN original.amount ELSE 0 END,
    used = used
      + CASE WHEN NEW.op = 'settle' OR (NEW.op = 'post' AND NEW.kind IN ('use', 'overrun')) THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND original.kind IN ('use', 'overrun') THEN NEW.amount ELSE 0 END,
    forfeited = forfeited
      + CASE WHEN NEW.kind = 'forfeit' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND original.kind = 'forfeit' THEN NEW.amount ELSE 0 END,
    expired = expired
      + CASE WHEN NEW.kind = 'expire' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND original.kind = 'expire' THEN NEW.amount ELSE 0 END,
    carried = carried
      + CASE WHEN NEW.kind = 'carry' THEN NEW.amount ELSE 0 END
      - CASE WHEN NEW.kind = 'reversal' AND original.kind = 'carry' THEN NEW.amount ELSE 0 END,
    granted = granted
      - CASE WHEN NEW.kind IN ('grant', 'suballocate') THEN NEW.amount ELSE 0 END
      + CASE WHEN NEW.kind = 'reversal' AND original.kind IN ('grant', 'suballocate') THEN NEW.amount ELSE 0 END,
    last_transfer_id = NEW.id
  WHERE id = NEW.source_lot_id;
  UPDATE lots SET
    granted = granted + CASE WHEN NEW.kind = 'reversal' THEN -NEW.amount ELSE NEW.amount END,
    last_transfer_id = NEW.id
  WHERE id = NEW.destination_lot_id;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER transfers_apply AFTER INSERT ON transfers FOR EACH ROW
  EXECUTE FUNCTION transfers_apply();

-- Only from within the trigger of a transfer: an older one has been noted on its lots already.
CREATE OR REPLACE FUNCTION lots_moved_by_transfer() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF pg_trigger_depth() < 2 OR NEW.last_transfer_id IS NOT DISTINCT FROM OLD.last_transfer_id OR NOT EXISTS (
    SELECT 1 FROM transfers WHERE id = NEW.last_transfer_id AND NEW.id IN (source_lot_id, destination_lot_id)
  ) THEN
    RAISE EXCEPTION 'lots_moved_by_transfer' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'lots_moved_by_transfer';
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER lots_moved_by_transfer BEFORE UPDATE OF granted, held, used, forfeited, expired, carried, last_transfer_id ON lots FOR EACH ROW
  EXECUTE FUNCTION lots_moved_by_transfer();

-- A lot begins empty: units come in by a transfer only.
CREATE OR REPLACE FUNCTION lots_begin_empty() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'lots_begin_empty' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'lots_begin_empty';
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER lots_begin_empty BEFORE INSERT ON lots FOR EACH ROW
  WHEN (NEW.granted <> 0 OR NEW.held <> 0 OR NEW.used <> 0 OR NEW.forfeited <> 0 OR NEW.expired <> 0 OR NEW.carried <> 0
    OR NEW.last_transfer_id IS NOT NULL)
  EXECUTE FUNCTION lots_begin_empty();

-- A lot belongs to the ledger of its account and of its period, for good.
CREATE OR REPLACE FUNCTION lots_one_ledger() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' OR NEW.ledger_id <> (SELECT ledger_id FROM accounts WHERE id = NEW.account_id)
    OR NEW.ledger_id <> (SELECT ledger_id FROM periods WHERE id = NEW.period_id)
  THEN
    RAISE EXCEPTION 'lots_one_ledger' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'lots_one_ledger';
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER lots_one_ledger BEFORE INSERT OR UPDATE OF id, ledger_id, account_id, period_id ON lots FOR EACH ROW
  EXECUTE FUNCTION lots_one_ledger();

-- A period closes once nothing in it is held, and stays closed.
CREATE OR REPLACE FUNCTION periods_close_once() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF OLD.state = 'closed' OR EXISTS (SELECT 1 FROM lots WHERE period_id = NEW.id AND held <> 0) THEN
    RAISE EXCEPTION 'periods_close_once' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'periods_close_once';
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER periods_close_once BEFORE UPDATE ON periods FOR EACH ROW
  WHEN (OLD.state = 'closed' OR NEW.state = 'closed')
  EXECUTE FUNCTION periods_close_once();

-- The seal after the newest, never a gap.
CREATE OR REPLACE FUNCTION seals_gap_free() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF NEW.seq <> 1 + coalesce((SELECT max(seq) FROM seals WHERE ledger_id = NEW.ledger_id), 0) THEN
    RAISE EXCEPTION 'seals_gap_free' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'seals_gap_free';
  END IF;
  RETURN NEW;
END
$guard$;
CREATE OR REPLACE TRIGGER seals_gap_free BEFORE INSERT ON seals FOR EACH ROW
  EXECUTE FUNCTION seals_gap_free();
