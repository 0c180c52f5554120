CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger_id` text NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ledger_id`) REFERENCES `ledgers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_holder` ON `accounts` (`ledger_id`,`holder_kind`,`holder_id`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`group_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `affiliations_person` ON `affiliations` (`person_id`);--> statement-breakpoint
CREATE INDEX `affiliations_institution` ON `affiliations` (`institution_id`);--> statement-breakpoint
CREATE TABLE `agreement_parties` (
	`agreement_id` text NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`agreement_id`, `institution_id`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`alliance_id` text NOT NULL,
	`subject` text NOT NULL,
	`forms_alliance_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreements_alliance` ON `agreements` (`alliance_id`);--> statement-breakpoint
CREATE TABLE `alliances` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`search_key` text NOT NULL,
	`type` text NOT NULL,
	`lead_label` text,
	`zone` text NOT NULL,
	`currency` text NOT NULL,
	`parent_id` text,
	`founded_on` text,
	`ends_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alliances_slug` ON `alliances` (`slug`);--> statement-breakpoint
CREATE INDEX `alliances_parent` ON `alliances` (`parent_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_once` ON `appointments` (`person_id`,`role`,`scope_kind`,`scope_id`,`starts_on`);--> statement-breakpoint
CREATE INDEX `appointments_scope` ON `appointments` (`scope_kind`,`scope_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`acted_as` text NOT NULL,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`fields` text NOT NULL,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_noun` ON `audit` (`noun`,`noun_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`,`id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`instrument_id` text NOT NULL,
	`exclusive` integer NOT NULL,
	`places` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`occupied_until` integer NOT NULL,
	`state` text NOT NULL,
	`live` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`booked_by_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`group_id` text,
	`project_id` text,
	`alliance_id` text,
	`agreement_id` text,
	`sharing_term_id` text,
	`quota` text NOT NULL,
	`price_category` text NOT NULL,
	`policy_id` text NOT NULL,
	`policy` text NOT NULL,
	`title` text,
	`details` text NOT NULL,
	`override` text,
	`expires_at` integer,
	`checked_in_at` integer,
	`checked_out_at` integer,
	`ended_at` integer,
	`reuse_due_at` integer,
	`cancelled_late` integer NOT NULL,
	`decision_by_id` text,
	`decision_reason` text,
	`source` text,
	`external_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_id`,`exclusive`) REFERENCES `instruments`(`id`,`exclusive`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_span" CHECK(starts_at < ends_at and starts_at < occupied_until),
	CONSTRAINT "bookings_places" CHECK(places >= 1 and (places = 1 or not exclusive)),
	CONSTRAINT "bookings_live" CHECK(live = (state not in ('cancelled', 'rejected', 'expired', 'no_show', 'displaced')))
) STRICT;
--> statement-breakpoint
CREATE INDEX `bookings_occupied` ON `bookings` (`instrument_id`,`live`,`occupied_until`);--> statement-breakpoint
CREATE INDEX `bookings_end` ON `bookings` (`instrument_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_person` ON `bookings` (`person_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_booked_by` ON `bookings` (`booked_by_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_group` ON `bookings` (`group_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_institution` ON `bookings` (`institution_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_project` ON `bookings` (`project_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `bookings_due` ON `bookings` (`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_reuse_due` ON `bookings` (`reuse_due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_external_id` ON `bookings` (`source`,`external_id`);--> statement-breakpoint
CREATE TABLE `day_rollups` (
	`instrument_id` text NOT NULL,
	`day` text NOT NULL,
	`calendar_seconds` integer NOT NULL,
	`open_seconds` integer NOT NULL,
	`planned_down_seconds` integer NOT NULL,
	`unplanned_down_seconds` integer NOT NULL,
	`available_seconds` integer NOT NULL,
	`idle_seconds` integer NOT NULL,
	`failures` integer NOT NULL,
	`repair_seconds` integer NOT NULL,
	`reserved_seconds` integer NOT NULL,
	`used_seconds` integer NOT NULL,
	`used_in_reservation_seconds` integer NOT NULL,
	`used_by_members_seconds` integer NOT NULL,
	`used_by_outsiders_seconds` integer NOT NULL,
	`no_show_seconds` integer NOT NULL,
	`late_cancel_seconds` integer NOT NULL,
	`early_finish_seconds` integer NOT NULL,
	`off_hours_seconds` integer NOT NULL,
	`runs` integer NOT NULL,
	`bookings` integer NOT NULL,
	`no_shows` integer NOT NULL,
	`late_cancels` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `dirty_days` (
	`instrument_id` text NOT NULL,
	`day` text NOT NULL,
	`mark` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`investigator_id` text,
	`default_project_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name` ON `groups` (`institution_id`,`name`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`outcome` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`search_key` text NOT NULL,
	`kind` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`uscc` text,
	`ror` text,
	`own_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_uscc` ON `institutions` (`uscc`);--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_ror` ON `institutions` (`ror`);--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_own_id` ON `institutions` (`own_id`);--> statement-breakpoint
CREATE INDEX `institutions_name` ON `institutions` (`name`);--> statement-breakpoint
CREATE TABLE `instruments` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`pool_id` text,
	`asset_number` text,
	`class_code` text,
	`resource_class` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`search_key` text NOT NULL,
	`exclusive` integer NOT NULL,
	`capacity` integer NOT NULL,
	`turnaround_seconds` integer NOT NULL,
	`zone` text NOT NULL,
	`location` text,
	`maker` text,
	`model` text,
	`serial` text,
	`origin` text,
	`purpose` text NOT NULL,
	`source` text,
	`original_value_minor` integer,
	`currency` text NOT NULL,
	`commissioned_on` text,
	`customs_supervised_until` text,
	`technique` text,
	`service_text` text,
	`contact` text,
	`details` text NOT NULL,
	`operating_state` text NOT NULL,
	`may_book` text NOT NULL,
	`invited_project_ids` text NOT NULL,
	`publication` text NOT NULL,
	`external_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "instruments_capacity" CHECK(capacity >= 1),
	CONSTRAINT "instruments_turnaround" CHECK(turnaround_seconds >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_asset_number` ON `instruments` (`institution_id`,`asset_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_external_id` ON `instruments` (`institution_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `instruments_pool` ON `instruments` (`pool_id`);--> statement-breakpoint
CREATE INDEX `instruments_technique` ON `instruments` (`technique`);--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_exclusive` ON `instruments` (`id`,`exclusive`);--> statement-breakpoint
CREATE TABLE `ledgers` (
	`id` text PRIMARY KEY NOT NULL,
	`alliance_id` text NOT NULL,
	`resource_class` text NOT NULL,
	`unit` text NOT NULL,
	`zone` text NOT NULL,
	`pooled` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledgers_once` ON `ledgers` (`alliance_id`,`resource_class`,`unit`);--> statement-breakpoint
CREATE TABLE `logins` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `logins_value` ON `logins` (`value`);--> statement-breakpoint
CREATE INDEX `logins_person` ON `logins` (`person_id`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger_id` text NOT NULL,
	`account_id` text NOT NULL,
	`period_id` text NOT NULL,
	`kind` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer NOT NULL,
	`bounded` integer NOT NULL,
	`overdraft` integer NOT NULL,
	`granted` integer NOT NULL,
	`held` integer NOT NULL,
	`used` integer NOT NULL,
	`forfeited` integer NOT NULL,
	`expired` integer NOT NULL,
	`carried` integer NOT NULL,
	`last_transfer_id` text,
	FOREIGN KEY (`ledger_id`) REFERENCES `ledgers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lots_available" CHECK(not bounded or granted - held - used - forfeited - expired - carried + overdraft >= 0),
	CONSTRAINT "lots_held" CHECK(held >= 0),
	CONSTRAINT "lots_used" CHECK(used >= 0 and forfeited >= 0 and expired >= 0 and carried >= 0),
	CONSTRAINT "lots_granted" CHECK(granted >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_once` ON `lots` (`account_id`,`period_id`,`kind`);--> statement-breakpoint
CREATE INDEX `lots_ledger` ON `lots` (`ledger_id`);--> statement-breakpoint
CREATE TABLE `membership_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`membership_id` text NOT NULL,
	`role` text NOT NULL,
	`label` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_roles_once` ON `membership_roles` (`membership_id`,`role`,`starts_on`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`alliance_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`booking_right` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_once` ON `memberships` (`alliance_id`,`institution_id`,`starts_on`);--> statement-breakpoint
CREATE INDEX `memberships_institution` ON `memberships` (`institution_id`);--> statement-breakpoint
CREATE TABLE `month_rollups` (
	`instrument_id` text NOT NULL,
	`month` text NOT NULL,
	`calendar_seconds` integer NOT NULL,
	`open_seconds` integer NOT NULL,
	`planned_down_seconds` integer NOT NULL,
	`unplanned_down_seconds` integer NOT NULL,
	`available_seconds` integer NOT NULL,
	`idle_seconds` integer NOT NULL,
	`failures` integer NOT NULL,
	`repair_seconds` integer NOT NULL,
	`reserved_seconds` integer NOT NULL,
	`used_seconds` integer NOT NULL,
	`used_in_reservation_seconds` integer NOT NULL,
	`used_by_members_seconds` integer NOT NULL,
	`used_by_outsiders_seconds` integer NOT NULL,
	`no_show_seconds` integer NOT NULL,
	`late_cancel_seconds` integer NOT NULL,
	`early_finish_seconds` integer NOT NULL,
	`off_hours_seconds` integer NOT NULL,
	`runs` integer NOT NULL,
	`bookings` integer NOT NULL,
	`no_shows` integer NOT NULL,
	`late_cancels` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `month`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `outages` (
	`id` text PRIMARY KEY NOT NULL,
	`instrument_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`retired_at` integer,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outages_span" CHECK(starts_at < ends_at)
) STRICT;
--> statement-breakpoint
CREATE INDEX `outages_end` ON `outages` (`instrument_id`,`ends_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`name_en` text,
	`search_key` text NOT NULL,
	`email` text,
	`phone` text,
	`user_kind` text NOT NULL,
	`locale` text NOT NULL,
	`password_hash` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `periods` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger_id` text NOT NULL,
	`name` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`ledger_id`) REFERENCES `ledgers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "periods_span" CHECK(starts_at < ends_at)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `periods_start` ON `periods` (`ledger_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `instrument_photos` (
	`instrument_id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`content` blob NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`instrument_id` text NOT NULL,
	`revision` integer NOT NULL,
	`effective_from` integer NOT NULL,
	`rules` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `policies_revision` ON `policies` (`instrument_id`,`revision`);--> statement-breakpoint
CREATE INDEX `policies_effective` ON `policies` (`instrument_id`,`effective_from`);--> statement-breakpoint
CREATE TABLE `pools` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`search_key` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pools_name` ON `pools` (`institution_id`,`name`);--> statement-breakpoint
CREATE TABLE `project_members` (
	`project_id` text NOT NULL,
	`person_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	PRIMARY KEY(`project_id`, `person_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `project_members_person` ON `project_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`funding_codes` text NOT NULL,
	`disciplines` text NOT NULL,
	`shows_titles` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_code` ON `projects` (`group_id`,`code`);--> statement-breakpoint
CREATE TABLE `rollup_heads` (
	`instrument_id` text PRIMARY KEY NOT NULL,
	`definitions` text NOT NULL,
	`first_day` text NOT NULL,
	`next_day` text NOT NULL,
	`due_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `rollup_heads_due` ON `rollup_heads` (`due_at`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text,
	`instrument_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`alliance_id` text,
	`person_id` text,
	`project_id` text,
	`places` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`mode` text NOT NULL,
	`quantity` integer NOT NULL,
	`samples` integer,
	`prep_seconds` integer NOT NULL,
	`run_seconds` integer NOT NULL,
	`post_seconds` integer NOT NULL,
	`idle_seconds` integer NOT NULL,
	`evidence` text NOT NULL,
	`booked_seconds` integer NOT NULL,
	`used_seconds` integer NOT NULL,
	`charged_units` integer NOT NULL,
	`rating` integer,
	`rating_text` text,
	`agreement_signed` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "runs_span" CHECK(starts_at <= ends_at)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `runs_booking` ON `runs` (`booking_id`);--> statement-breakpoint
CREATE INDEX `runs_end` ON `runs` (`instrument_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `runs_person` ON `runs` (`person_id`,`ends_at`);--> statement-breakpoint
CREATE TABLE `seals` (
	`ledger_id` text NOT NULL,
	`seq` integer NOT NULL,
	`transfer_id` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`ledger_id`, `seq`),
	FOREIGN KEY (`ledger_id`) REFERENCES `ledgers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seals_seq" CHECK(seq >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `seals_transfer` ON `seals` (`transfer_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`previous_token_hash` text,
	`rotated_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sharing_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`instrument_id` text NOT NULL,
	`audience` text NOT NULL,
	`alliance_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`visibility` text NOT NULL,
	`price_category` text NOT NULL,
	`quota` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sharing_terms_instrument` ON `sharing_terms` (`instrument_id`);--> statement-breakpoint
CREATE INDEX `sharing_terms_alliance` ON `sharing_terms` (`alliance_id`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`kid` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `site_images` (
	`id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`content` blob NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger_id` text NOT NULL,
	`period_id` text NOT NULL,
	`op` text NOT NULL,
	`kind` text NOT NULL,
	`source_lot_id` text,
	`destination_lot_id` text,
	`amount` integer NOT NULL,
	`pending_id` text,
	`reversal_of` text,
	`batch_id` text,
	`booking_id` text,
	`leg` integer,
	`revision` integer,
	`effective_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`reason` text,
	`document_number` text,
	`salt` text NOT NULL,
	`digest` text NOT NULL,
	FOREIGN KEY (`ledger_id`) REFERENCES `ledgers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`destination_lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amount" CHECK(amount > 0 or (amount = 0 and op = 'settle')),
	CONSTRAINT "transfers_resolution" CHECK((op in ('settle', 'release')) = (pending_id is not null)),
	CONSTRAINT "transfers_reversal" CHECK((kind = 'reversal') = (reversal_of is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_pending` ON `transfers` (`pending_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_once` ON `transfers` (`booking_id`,`leg`,`op`,`kind`,`revision`);--> statement-breakpoint
CREATE INDEX `transfers_ledger` ON `transfers` (`ledger_id`,`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_reversal` ON `transfers` (`reversal_of`);--> statement-breakpoint
CREATE INDEX `transfers_document` ON `transfers` (`ledger_id`,`document_number`) WHERE document_number is not null;--> statement-breakpoint
CREATE INDEX `transfers_source` ON `transfers` (`source_lot_id`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_destination` ON `transfers` (`destination_lot_id`,`id`);--> statement-breakpoint
CREATE TABLE `user_day_rollups` (
	`instrument_id` text NOT NULL,
	`day` text NOT NULL,
	`institution_id` text NOT NULL,
	`alliance_id` text NOT NULL,
	`reserved_seconds` integer NOT NULL,
	`used_seconds` integer NOT NULL,
	`used_in_reservation_seconds` integer NOT NULL,
	`used_by_members_seconds` integer NOT NULL,
	`used_by_outsiders_seconds` integer NOT NULL,
	`no_show_seconds` integer NOT NULL,
	`late_cancel_seconds` integer NOT NULL,
	`early_finish_seconds` integer NOT NULL,
	`off_hours_seconds` integer NOT NULL,
	`runs` integer NOT NULL,
	`bookings` integer NOT NULL,
	`no_shows` integer NOT NULL,
	`late_cancels` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `day`, `institution_id`, `alliance_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_month_rollups` (
	`instrument_id` text NOT NULL,
	`month` text NOT NULL,
	`institution_id` text NOT NULL,
	`alliance_id` text NOT NULL,
	`reserved_seconds` integer NOT NULL,
	`used_seconds` integer NOT NULL,
	`used_in_reservation_seconds` integer NOT NULL,
	`used_by_members_seconds` integer NOT NULL,
	`used_by_outsiders_seconds` integer NOT NULL,
	`no_show_seconds` integer NOT NULL,
	`late_cancel_seconds` integer NOT NULL,
	`early_finish_seconds` integer NOT NULL,
	`off_hours_seconds` integer NOT NULL,
	`runs` integer NOT NULL,
	`bookings` integer NOT NULL,
	`no_shows` integer NOT NULL,
	`late_cancels` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `month`, `institution_id`, `alliance_id`)
) STRICT;
