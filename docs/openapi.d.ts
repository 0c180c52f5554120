export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts of a ledger with their balances, as far as one may see them */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an account: granted, available, held, used, forfeited, expired, carried of each lot */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what moved an account, so that it can be proved offline
         * @description Rows of others appear as digests; `verifyStatement` and docs/ledger-format.md say how to prove it.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agreements, perhaps those of one alliance
         * @description What members have agreed is shown to the alliance’s members, its admins and the site’s.
         */
        get: operations["listAgreements"];
        put?: never;
        /** Record an agreement that binds some members of an alliance */
        post: operations["addAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an agreement and its parties */
        get: operations["getAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit an agreement; who is bound stays */
        patch: operations["editAgreement"];
        trace?: never;
    };
    "/api/v1/alliances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List alliances, perhaps those of one institution today */
        get: operations["listAlliances"];
        put?: never;
        /** Found an alliance */
        post: operations["addAlliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an alliance */
        get: operations["getAlliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit an alliance */
        patch: operations["editAlliance"];
        trace?: never;
    };
    "/api/v1/alliances/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an alliance off the lists */
        post: operations["retireAlliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List appointments: my own, or those of a place where I hold one */
        get: operations["listAppointments"];
        put?: never;
        /** Appoint a person to a role in one place */
        post: operations["addAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the last day of an appointment */
        post: operations["endAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When an instrument, or each of a pool, is open, down, busy and free
         * @description Of several instruments those that are not there, or are closed to the caller, are left out; one alone is 404.
         */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own bookings, and those on instruments of which one is staff */
        get: operations["listBookings"];
        put?: never;
        /**
         * Book an instrument, or any one of a pool
         * @description Answers every rule that the request breaks, and near alternatives. With `dryRun=true` nothing is kept.
         */
        post: operations["book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A booking */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a request */
        post: operations["approveBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a booking; late ones by the rules of the policy */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to use what was booked */
        post: operations["checkInBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use; the run is written and the quota settled */
        post: operations["checkOutBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a booking another end, also while it is in use */
        post: operations["extendBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark that nobody came */
        post: operations["markNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change how many places of a shared instrument a booking takes */
        post: operations["changeBookingPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a request, with a reason */
        post: operations["rejectBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/rescheduling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a booking in time or to another instrument */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents under which an alliance has granted, newest first, per ledger */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear when something changes
         * @description Server-sent events, for callers that accept `text/event-stream`. Instruments whose calendar the caller may not see are left out without a word.
         */
        get: operations["watchChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rows that one document granted, newest first, with what was taken back of each */
        get: operations["listGrants"];
        put?: never;
        /**
         * Grant or suballocate quota, several lines at once
         * @description All lines or none, under one document number. A refusal of a line carries its number, from 0, in `line`; those of all lines are told together.
         */
        post: operations["addGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List groups, perhaps those of one institution */
        get: operations["listGroups"];
        put?: never;
        /** Set up a group in an institution */
        post: operations["addGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a group */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit a group */
        patch: operations["editGroup"];
        trace?: never;
    };
    "/api/v1/groups/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a group off the lists */
        post: operations["retireGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the rows of a file, or try it
         * @description Each row goes through the operation of its noun. Good rows are kept, faulty ones are told by row; what is there already and says nothing new changes nothing, so that a mended file can be sent again.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{noun}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table to fill in and import */
        get: operations["getImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List institutions, perhaps the members of an alliance today */
        get: operations["listInstitutions"];
        put?: never;
        /** Enter an institution */
        post: operations["addInstitution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an institution */
        get: operations["getInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit an institution */
        patch: operations["editInstitution"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an institution off the lists */
        post: operations["retireInstitution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the instruments on offer
         * @description Staff also find the drafts of their own places.
         */
        get: operations["listInstruments"];
        put?: never;
        /** Enter an instrument as a draft */
        post: operations["addInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instrument */
        get: operations["getInstrument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is said of an instrument */
        patch: operations["editInstrument"];
        trace?: never;
    };
    "/api/v1/instruments/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of an instrument */
        get: operations["getPhoto"];
        /** Show this photo of an instrument */
        put: operations["setPhoto"];
        post?: never;
        /** Show no photo of an instrument */
        delete: operations["deletePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/pidinst": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instrument as a PIDINST 1.0 record */
        get: operations["getPidinst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of an instrument at a moment */
        get: operations["getPolicyInForce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a draft for booking */
        post: operations["publishInstrument"];
        /** Make it a draft again; bookings that stand are kept */
        delete: operations["withdrawInstrument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it out of service for good */
        post: operations["retireInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the instruments on offer can be narrowed by, with counts
         * @description Over every instrument that the caller may see; the most frequent values first.
         */
        get: operations["listInstrumentFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ledgers of the alliances one belongs to */
        get: operations["listLedgers"];
        put?: never;
        /** Open a ledger for a class of resource */
        post: operations["addLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a ledger and its newest periods */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the newest point of a ledger’s hash chain */
        get: operations["getLedgerHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/{id}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the periods of a ledger, the newest first */
        get: operations["listPeriods"];
        put?: never;
        /** Open a period of a ledger, in whole days by its clock */
        post: operations["openPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/{id}/periods/{partId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an open period end on an earlier day that is not over
         * @description Of a period that nothing is granted for, and in which nothing is held or charged after that day.
         */
        post: operations["shortenPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, where I belong and what I may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password and end my other sessions */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List memberships of an alliance or an institution, perhaps on one day */
        get: operations["listMemberships"];
        put?: never;
        /** Take an institution into an alliance */
        post: operations["addMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a membership and its roles */
        get: operations["getMembership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the booking right of a member, or the last day of its membership */
        patch: operations["editMembership"];
        trace?: never;
    };
    "/api/v1/memberships/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a member a role */
        post: operations["addMembershipRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/roles/{partId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the last day of a role of a member */
        post: operations["endMembershipRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When an instrument is down */
        get: operations["listOutages"];
        put?: never;
        /** Take an instrument down for a time and see whom it hits */
        post: operations["addOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One outage */
        get: operations["getOutage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** End an outage early, prolong it, or mend what is said of it */
        patch: operations["editOutage"];
        trace?: never;
    };
    "/api/v1/outages/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an outage that should not have been said */
        post: operations["retireOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people, perhaps of one institution or alliance today
         * @description Contacts are shown to the person and to admins of an institution where the person belongs.
         */
        get: operations["listPeople"];
        put?: never;
        /** Enter a person, with places, ways to sign in and perhaps an initial password */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a person
         * @description Contacts are shown to the person and to admins of an institution where the person belongs.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit what is said of a person */
        patch: operations["editPerson"];
        trace?: never;
    };
    "/api/v1/people/{id}/affiliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person belong to one more institution or group */
        post: operations["addAffiliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/affiliations/{partId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the last day on which a person belongs to an institution */
        post: operations["endAffiliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person sign in through a federation */
        post: operations["addIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a person another e-mail, phone or staff number to sign in with */
        post: operations["addLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a person a password, the first or a new one, and end their sessions */
        put: operations["givePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a retired person back, who can sign in as before */
        post: operations["reinstatePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a person, who can no longer sign in */
        post: operations["retirePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All revisions of the rules of an instrument */
        get: operations["listPolicies"];
        put?: never;
        /**
         * Set the booking rules of an instrument from a moment on
         * @description Rules are never edited: each change is a new revision. Bookings keep the one they have.
         */
        post: operations["addPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One revision */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What rules about time would have refused, and which bookings to come they touch
         * @description For staff. Grid, lengths, opening hours, notice and horizon, each booking judged as of the moment at which it was asked for. Nothing is kept.
         */
        post: operations["previewPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pools of instruments that can stand in for one another */
        get: operations["listPools"];
        put?: never;
        /** Make an empty pool */
        post: operations["addPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pool */
        get: operations["getPool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a pool */
        patch: operations["editPool"];
        trace?: never;
    };
    "/api/v1/pools/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an empty pool off the lists */
        post: operations["retirePool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the projects of my institutions, and my own ones elsewhere */
        get: operations["listProjects"];
        put?: never;
        /** Open a project in a group */
        post: operations["addProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a project and its members */
        get: operations["getProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit a project */
        patch: operations["editProject"];
        trace?: never;
    };
    "/api/v1/projects/{id}/members/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a person on a project, or give a member other dates */
        put: operations["setProjectMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a project for good */
        post: operations["retireProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When in the week instruments are used: used time by weekday and hour of their clocks
         * @description The same instruments, rights and meaning of used time as the utilization report; thirteen months at most. It names no institution.
         */
        get: operations["getLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/utilization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the time of instruments, by instrument, user institution, alliance and month
         * @description JSON, CSV or XLSX by `format` or `Accept`. The host sees all; who leads an alliance and names it sees the shares of members by closed month, fewer than three merged into `others`. Headings follow `lang` or `Accept-Language`; without either they are the stable names.
         */
        get: operations["getUtilization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/utilization/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bookings behind a figure of a report: those you may see, the rest as a count and sums */
        get: operations["listBookingsBehindFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take several rows back together, such as all that one document granted
         * @description All lines or none, in their order. A refusal of a line carries its number, from 0, in `line`; those of all lines are told together.
         */
        post: operations["addReversals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own runs, and those on instruments of which one is staff */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Complete or correct a run: mode, samples, phases, agreement */
        patch: operations["editRun"];
        trace?: never;
    };
    "/api/v1/runs/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate a run of one’s own */
        post: operations["rateRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with e-mail, phone or staff number */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log out
         * @description The refresh token is void at once; an access token runs out by itself.
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the refresh cookie for a new access token
         * @description Each refresh token is good once. One that comes again ends the session.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter the first person of a new house
         * @description Takes the one-time token that the server prints while there are no people.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * To whom an instrument is open, or what is open to an alliance
         * @description Past and future terms too. A hidden term is told to its audience, to staff of the host, to the alliance’s admins and to auditors.
         */
        get: operations["listSharingTerms"];
        put?: never;
        /** Open an instrument to an audience */
        post: operations["addSharingTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sharing term */
        get: operations["getSharingTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a sharing term, or end it */
        patch: operations["editSharingTerm"];
        trace?: never;
    };
    "/api/v1/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the site is */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Call the site something else */
        patch: operations["editSite"];
        trace?: never;
    };
    "/api/v1/site/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo of the site */
        get: operations["getLogo"];
        /** Show this logo */
        put: operations["setLogo"];
        post?: never;
        /** Show no logo */
        delete: operations["deleteLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a row back, in whole or in part, and correct use */
        post: operations["addReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            id: string;
            ledgerId: string;
            unit: string;
            holderKind: string;
            holderId: string;
            holderName: string | null;
            institutionId: string | null;
            /**
             * @description whole: as it stands; closed-months: use up to the last month that is over; share: of the reserve, what one's own bookings drew.
             * @enum {string}
             */
            view: "whole" | "closed-months" | "share";
            lots: {
                id: string;
                periodId: string;
                kind: string;
                /** Format: date-time */
                validFrom: string;
                /** Format: date-time */
                validTo: string;
                bounded: boolean;
                granted: number | null;
                available: number | null;
                held: number | null;
                used: number | null;
                forfeited: number | null;
                expired: number | null;
                carried: number | null;
            }[];
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        AffectedBooking: {
            id: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            state: string;
            places: number;
            person: {
                id: string;
                name: string | null;
            };
            projectId: string | null;
            institutionId: string;
        };
        Agreement: {
            id: string;
            allianceId: string;
            subject: string;
            partyIds: string[];
            formsAllianceId: string | null;
            startsOn: string;
            endsOn: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        AgreementChanges: {
            subject?: string;
            formsAllianceId?: string | null;
            /** @description The last day that counts; null while there is none. */
            endsOn?: string | null;
        };
        AgreementPage: {
            items: components["schemas"]["Agreement"][];
            nextCursor: string | null;
        };
        Alliance: {
            id: string;
            slug: string;
            name: string;
            nameEn: string | null;
            type: string;
            leadLabel: string | null;
            zone: string;
            currency: string;
            parentId: string | null;
            foundedOn: string | null;
            endsOn: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        AllianceChanges: {
            slug?: string;
            name?: string;
            nameEn?: string | null;
            type?: string;
            /** @description What this alliance calls the member that leads it. */
            leadLabel?: string | null;
            zone?: string;
            currency?: string;
            parentId?: string | null;
            /** @description A year, a month or a day, as far as it is known. */
            foundedOn?: string | null;
            endsOn?: string | null;
        };
        AlliancePage: {
            items: components["schemas"]["Alliance"][];
            nextCursor: string | null;
        };
        Alternative: {
            instrumentId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        Appointment: {
            id: string;
            personId: string;
            /** @enum {string} */
            role: "site-admin" | "alliance-admin" | "institution-admin" | "lab-manager" | "auditor";
            /** @enum {string} */
            scopeKind: "site" | "alliance" | "institution" | "instrument";
            scopeId: string;
            startsOn: string;
            endsOn: string | null;
        };
        AppointmentPage: {
            items: components["schemas"]["Appointment"][];
            nextCursor: string | null;
        };
        Availability: {
            items: {
                instrumentId: string;
                zone: string;
                open: {
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                }[];
                outages: {
                    id: string;
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                    kind: string;
                    reason: string | null;
                }[];
                busy: {
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                    places: number;
                }[];
                free: {
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                }[];
            }[];
        };
        Booking: {
            id: string;
            instrumentId: string;
            places: number;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            occupiedUntil: string;
            /** @enum {string} */
            state: "requested" | "confirmed" | "in_use" | "completed" | "cancelled" | "rejected" | "expired" | "no_show" | "displaced";
            kind: string;
            person: {
                id: string;
                name: string | null;
                email?: string | null;
                phone?: string | null;
            };
            bookedById: string;
            institutionId: string;
            groupId: string | null;
            projectId: string | null;
            projectCode: string | null;
            allianceId: string | null;
            agreementId: string | null;
            /** @enum {string} */
            quota: "none" | "tracked" | "enforced";
            priceCategory: string;
            estimatedCost: components["schemas"]["Money"] | null;
            title: string | null;
            details: {
                [key: string]: unknown;
            };
            overrideReason: string | null;
            expiresAt: string | null;
            checkedInAt: string | null;
            checkedOutAt: string | null;
            endedAt: string | null;
            cancelledLate: boolean;
            decisionReason: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        BookingDraft: {
            instrumentId?: string;
            poolId?: string;
            projectId?: string;
            allianceId?: string;
            agreementId?: string;
            forPersonId?: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @default 1 */
            places: number;
            /**
             * @default use
             * @enum {string}
             */
            kind: "use" | "maintenance" | "downtime" | "special";
            title?: string;
            /**
             * @description `customsNotice` is asked for on instruments under customs supervision; `samples`, a whole number, goes into the run where the check-out tells no other.
             * @default {}
             */
            details: {
                [key: string]: string | number | boolean;
            };
            overrideReason?: string;
        };
        BookingPage: {
            items: components["schemas"]["Booking"][];
            nextCursor: string | null;
        };
        BookingsBehindFigure: {
            items: {
                id: string;
                instrumentId: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                state: string;
                places: number;
                institutionId: string;
                allianceId: string | null;
                projectId: string | null;
                bookedSeconds: number;
                usedSeconds: number;
            }[];
            nextCursor: string | null;
            rest: {
                bookings: number;
                bookedSeconds: number;
                usedSeconds: number;
            } | null;
        };
        CheckOutDraft: {
            samples?: number;
        };
        Credentials: {
            login: string;
            password: string;
        };
        DecisionReason: {
            reason?: string;
        };
        DemoAccount: {
            role: string;
            login: string;
            password: string;
            person: string;
            institution: string;
            alliance: string;
        };
        DemoStep: {
            scenario: string;
            step: string;
            path: string;
            account: components["schemas"]["DemoAccount"];
            /** @description The name of what is to be looked for there. */
            about: string | null;
        };
        Demonstration: {
            accounts: components["schemas"]["DemoAccount"][];
            scenarios: components["schemas"]["DemoStep"][];
        };
        End: {
            /** Format: date */
            endsOn: string;
        };
        Extension: {
            /** Format: date-time */
            end: string;
            overrideReason?: string;
        };
        Fault: {
            /** @enum {string} */
            in: "body" | "query" | "path" | "headers";
            path: string;
            code: string;
            message: string;
        };
        FirstPerson: {
            token: string;
            name: string;
            /** @enum {string} */
            loginKind: "email" | "phone" | "staff-number";
            login: string;
            password: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "zh-Hant" | "en";
        };
        GivenPassword: {
            password: string;
        };
        Grant: {
            id: string;
            ledgerId: string;
            periodId: string;
            documentNumber: string | null;
            reason: string | null;
            /** @description Each line with the receiver’s quota of the period before and after it. */
            lines: {
                to: {
                    /** @enum {string} */
                    kind: "reserve" | "institution" | "group" | "project" | "external";
                    id: string;
                };
                amount: number;
                grantedBefore: number;
                grantedAfter: number;
            }[];
            transfers: components["schemas"]["Transfer"][];
        };
        GrantedDocument: {
            /** @description Of its newest row. */
            id: string;
            ledgerId: string;
            documentNumber: string;
            /** @description Rows that it granted. */
            grants: number;
            granted: number;
            /** @description How much of that has been taken back. */
            reversed: number;
            /** Format: date-time */
            firstRecordedAt: string;
            /** Format: date-time */
            lastRecordedAt: string;
        };
        GrantedDocumentPage: {
            items: components["schemas"]["GrantedDocument"][];
            nextCursor: string | null;
        };
        GrantedRow: {
            /** @description Of the transfer. */
            id: string;
            ledgerId: string;
            periodId: string;
            /** @description The account that received it. */
            accountId: string;
            amount: number;
            reversed: number;
            documentNumber: string | null;
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
        };
        GrantedRowPage: {
            items: components["schemas"]["GrantedRow"][];
            nextCursor: string | null;
        };
        Group: {
            id: string;
            institutionId: string;
            name: string;
            nameEn: string | null;
            investigatorId: string | null;
            defaultProjectId: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        GroupChanges: {
            name?: string;
            nameEn?: string | null;
            investigatorId?: string | null;
            defaultProjectId?: string | null;
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            nextCursor: string | null;
        };
        HiddenRow: {
            seq: number;
            digest: string;
        };
        ImportEntry: {
            noun: string;
            origin?: string;
            created: number;
            updated: number;
            unchanged: number;
            faulty: number;
            faults: components["schemas"]["RowFault"][];
        };
        ImportNote: {
            row: number;
            column: string;
            code: string;
            value?: string;
        };
        ImportReport: {
            dryRun: boolean;
            entries: components["schemas"]["ImportEntry"][];
            unread: components["schemas"]["RowFault"][];
            sheetsLeft: string[];
            notes: components["schemas"]["ImportNote"][];
        };
        Institution: {
            id: string;
            name: string;
            nameEn: string | null;
            kind: string;
            jurisdiction: string;
            uscc: string | null;
            ror: string | null;
            ownId: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        InstitutionChanges: {
            name?: string;
            nameEn?: string | null;
            /** @enum {string} */
            kind?: "university" | "research" | "company" | "hospital" | "government" | "association" | "other";
            /** @description ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
            jurisdiction?: string;
            /** @description 统一社会信用代码, its last character checked. */
            uscc?: string | null;
            /** @description `https://ror.org/…`, its check digits checked. */
            ror?: string | null;
            ownId?: string | null;
        };
        InstitutionPage: {
            items: components["schemas"]["Institution"][];
            nextCursor: string | null;
        };
        Instrument: {
            poolId: string | null;
            assetNumber: string | null;
            classCode: string | null;
            resourceClass: string;
            name: string;
            nameEn: string | null;
            /** @description One user at a time; otherwise `capacity` places are shared. */
            exclusive: boolean;
            capacity: number;
            turnaroundSeconds: number;
            zone: string;
            location: string | null;
            maker: string | null;
            model: string | null;
            serial: string | null;
            origin: string | null;
            /** @enum {string} */
            purpose: "general" | "dedicated";
            source: string | null;
            originalValueMinor: number | null;
            currency: string;
            commissionedOn: string | null;
            customsSupervisedUntil: string | null;
            technique: string | null;
            serviceText: string | null;
            contact: string | null;
            details: components["schemas"]["InstrumentDetails"];
            /** @enum {string} */
            operatingState: "construction" | "research" | "trial" | "operation" | "retired";
            mayBook: components["schemas"]["MayBook"];
            invitedProjectIds?: string[];
            id: string;
            institutionId: string;
            /** @enum {string} */
            publication: "draft" | "published";
            externalId?: string | null;
            /** @description Null: there is no photo. */
            photoUpdatedAt: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        InstrumentChanges: {
            poolId?: string | null;
            assetNumber?: string | null;
            classCode?: string | null;
            resourceClass?: string;
            name?: string;
            nameEn?: string | null;
            /** @description One user at a time; otherwise `capacity` places are shared. */
            exclusive?: boolean;
            capacity?: number;
            turnaroundSeconds?: number;
            zone?: string;
            location?: string | null;
            maker?: string | null;
            model?: string | null;
            serial?: string | null;
            origin?: string | null;
            /** @enum {string} */
            purpose?: "general" | "dedicated";
            source?: string | null;
            originalValueMinor?: number | null;
            currency?: string;
            commissionedOn?: string | null;
            customsSupervisedUntil?: string | null;
            technique?: string | null;
            serviceText?: string | null;
            contact?: string | null;
            details?: components["schemas"]["InstrumentDetails"];
            /** @enum {string} */
            operatingState?: "construction" | "research" | "trial" | "operation" | "retired";
            mayBook?: components["schemas"]["MayBook"];
            invitedProjectIds?: string[];
        };
        /** @description What a class is asked about: cores, gpus, memoryGib of `compute`; species, ethicsRequired, licence of `animal-room`. Other names are the lab’s own. */
        InstrumentDetails: {
            [key: string]: string | number | boolean | string[];
        };
        InstrumentFacets: {
            resourceClasses: {
                value: string;
                count: number;
            }[];
            /** @description Well-known techniques by their code, others as written. */
            techniques: {
                value: string;
                count: number;
            }[];
            /** @description By id, like `institutions` and `alliances`. */
            pools: {
                value: string;
                count: number;
            }[];
            institutions: {
                value: string;
                count: number;
            }[];
            alliances: {
                value: string;
                count: number;
            }[];
            locations: {
                value: string;
                count: number;
            }[];
        };
        InstrumentPage: {
            items: components["schemas"]["Instrument"][];
            nextCursor: string | null;
        };
        JudgedBooking: {
            id: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            state: string;
            person: {
                id: string;
                name: string | null;
            };
        };
        Ledger: {
            id: string;
            allianceId: string;
            resourceClass: string;
            unit: string;
            zone: string;
            pooled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description After so many rows the hash of the chain is this. */
        LedgerHead: {
            seq: number;
            hash: string;
        };
        LedgerPage: {
            items: components["schemas"]["Ledger"][];
            nextCursor: string | null;
        };
        LedgerWithPeriods: {
            id: string;
            allianceId: string;
            resourceClass: string;
            unit: string;
            zone: string;
            pooled: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description The newest, the newest first; `/ledgers/{id}/periods` lists them all. */
            periods: components["schemas"]["Period"][];
        };
        ListedSharingTerm: {
            id: string;
            instrumentId: string;
            /** @enum {string} */
            audience: "own" | "alliance" | "partners" | "registered";
            allianceId: string | null;
            /** Format: date-time */
            startsAt: string;
            endsAt: string | null;
            /**
             * @description A hidden term is shown to its audience and the host’s staff alone.
             * @enum {string}
             */
            visibility: "listed" | "hidden";
            priceCategory: string;
            /** @enum {string} */
            quota: "none" | "tracked" | "enforced";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** @description What is opened, so that a list of many needs no second question. */
            instrument: {
                name: string;
                nameEn: string | null;
                institutionId: string;
                zone: string;
            };
        };
        LoadReport: {
            header: {
                start: string;
                end: string;
                zones: string[];
                allianceId: string | null;
                institutionId: string | null;
                instrumentId: string | null;
                /** Format: date-time */
                asOf: string;
                definitionsVersion: string;
                instruments: number;
            };
            /** @description 168 cells; they add up to `usedSeconds` of the utilization report. */
            cells: {
                /** @description 1 is Monday. */
                weekday: number;
                hour: number;
                usedSeconds: number;
            }[];
        };
        /** @description Who may book in each operating state, besides staff. */
        MayBook: {
            /** @enum {string} */
            construction: "nobody" | "invited" | "everyone";
            /** @enum {string} */
            research: "nobody" | "invited" | "everyone";
            /** @enum {string} */
            trial: "nobody" | "invited" | "everyone";
            /** @enum {string} */
            operation: "nobody" | "invited" | "everyone";
            /** @enum {string} */
            retired: "nobody" | "invited" | "everyone";
        };
        Me: {
            person: {
                id: string;
                name: string | null;
                nameEn: string | null;
                locale: string;
                email: string | null;
                phone: string | null;
            };
            access: {
                hasPassword: boolean;
                logins: {
                    kind: string;
                    value: string;
                }[];
                identities: {
                    issuer: string;
                }[];
            };
            affiliations: {
                institutionId: string;
                institutionName: string;
                institutionNameEn: string | null;
                groupId: string | null;
                groupName: string | null;
                startsOn: string;
                endsOn: string | null;
            }[];
            appointments: {
                role: string;
                scopeKind: string;
                scopeId: string;
                startsOn: string;
                endsOn: string | null;
            }[];
            groups: {
                id: string;
                name: string;
            }[];
            projects: {
                id: string;
                code: string;
                name: string;
                groupId: string;
                groupName: string;
                institutionId: string;
                startsOn: string;
                endsOn: string | null;
            }[];
        };
        Membership: {
            id: string;
            allianceId: string;
            institutionId: string;
            right: string;
            startsOn: string;
            endsOn: string | null;
            roles: {
                id: string;
                role: string;
                label: string | null;
                startsOn: string;
                endsOn: string | null;
            }[];
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        MembershipChanges: {
            /**
             * @description `full` books; `observer` sees but does not book. Usual for a government member.
             * @enum {string}
             */
            right?: "full" | "observer";
            /** @description The last day that counts; null while there is none. */
            endsOn?: string | null;
        };
        MembershipPage: {
            items: components["schemas"]["Membership"][];
            nextCursor: string | null;
        };
        Money: {
            minor: number;
            currency: string;
        };
        NewAffiliation: {
            institutionId: string;
            /** @default null */
            groupId: string | null;
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
        };
        NewAgreement: {
            allianceId: string;
            subject: string;
            partyIds: string[];
            /** @default null */
            formsAllianceId: string | null;
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
        };
        NewAlliance: {
            slug: string;
            name: string;
            /** @default null */
            nameEn: string | null;
            type: string;
            /**
             * @description What this alliance calls the member that leads it.
             * @default null
             */
            leadLabel: string | null;
            /** @default Asia/Shanghai */
            zone: string;
            /** @default CNY */
            currency: string;
            /** @default null */
            parentId: string | null;
            /**
             * @description A year, a month or a day, as far as it is known.
             * @default null
             */
            foundedOn: string | null;
            /** @default null */
            endsOn: string | null;
        };
        NewAppointment: {
            personId: string;
            /** @enum {string} */
            role: "site-admin" | "alliance-admin" | "institution-admin" | "lab-manager" | "auditor";
            /** @enum {string} */
            scopeKind: "site" | "alliance" | "institution" | "instrument";
            /** @description Id of the alliance, institution or instrument; `site` for the site. */
            scopeId: string;
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
        };
        NewGrant: {
            ledgerId: string;
            /**
             * @description Left out: the period in which now lies.
             * @default null
             */
            periodId: string | null;
            /** @default null */
            documentNumber: string | null;
            /** @default null */
            reason: string | null;
            lines: {
                /**
                 * @description Null is the supply, which only fills the reserve.
                 * @default null
                 */
                from: components["schemas"]["QuotaHolder"] | null;
                to: components["schemas"]["QuotaHolder"];
                amount: number;
            }[];
        };
        NewGroup: {
            institutionId: string;
            name: string;
            /** @default null */
            nameEn: string | null;
            /** @default null */
            investigatorId: string | null;
        };
        NewIdentity: {
            issuer: string;
            subject: string;
        };
        NewInstitution: {
            name: string;
            /** @default null */
            nameEn: string | null;
            /** @enum {string} */
            kind: "university" | "research" | "company" | "hospital" | "government" | "association" | "other";
            /** @description ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
            jurisdiction: string;
            /**
             * @description 统一社会信用代码, its last character checked.
             * @default null
             */
            uscc: string | null;
            /**
             * @description `https://ror.org/…`, its check digits checked.
             * @default null
             */
            ror: string | null;
            /** @default null */
            ownId: string | null;
            /** @description The alliance whose admin enters it. */
            forAllianceId?: string;
        };
        NewInstrument: {
            institutionId: string;
            name: string;
            resourceClass: string;
            zone: string;
            externalId?: string | null;
            poolId?: string | null;
            assetNumber?: string | null;
            classCode?: string | null;
            nameEn?: string | null;
            /** @description One user at a time; otherwise `capacity` places are shared. */
            exclusive?: boolean;
            capacity?: number;
            turnaroundSeconds?: number;
            location?: string | null;
            maker?: string | null;
            model?: string | null;
            serial?: string | null;
            origin?: string | null;
            /** @enum {string} */
            purpose?: "general" | "dedicated";
            source?: string | null;
            originalValueMinor?: number | null;
            currency?: string;
            commissionedOn?: string | null;
            customsSupervisedUntil?: string | null;
            technique?: string | null;
            serviceText?: string | null;
            contact?: string | null;
            details?: components["schemas"]["InstrumentDetails"];
            /** @enum {string} */
            operatingState?: "construction" | "research" | "trial" | "operation" | "retired";
            mayBook?: components["schemas"]["MayBook"];
            invitedProjectIds?: string[];
        };
        NewLedger: {
            allianceId: string;
            resourceClass: string;
            /**
             * @default second
             * @enum {string}
             */
            unit: "second" | "day" | "sample";
            /** @default false */
            pooled: boolean;
        };
        NewLogin: {
            /** @enum {string} */
            kind: "email" | "phone" | "staff-number";
            value: string;
        };
        NewMembership: {
            allianceId: string;
            institutionId: string;
            /**
             * @description `full` books; `observer` sees but does not book. Usual for a government member.
             * @enum {string}
             */
            right?: "full" | "observer";
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
            /** @default [] */
            roles: components["schemas"]["NewMembershipRole"][];
        };
        NewMembershipRole: {
            /** @description `founder`, `chair`, `secretariat`, `lead`, `member`, `partner`, …. */
            role: string;
            /** @default null */
            label: string | null;
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
        };
        NewOutage: {
            instrumentId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description The two are counted apart in reports.
             * @enum {string}
             */
            kind: "planned" | "unplanned";
            /** @default null */
            reason: string | null;
        };
        NewPeriod: {
            name: string;
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
        };
        NewPerson: {
            /** @default null */
            name: string | null;
            /** @default null */
            nameEn: string | null;
            /** @default null */
            email: string | null;
            /** @default null */
            phone: string | null;
            /**
             * @default domestic
             * @enum {string}
             */
            userKind: "domestic" | "hk-mo-tw" | "foreign";
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "zh-Hant" | "en";
            /** @default [] */
            affiliations: components["schemas"]["NewAffiliation"][];
            /** @default [] */
            logins: components["schemas"]["NewLogin"][];
            /** @default [] */
            identities: components["schemas"]["NewIdentity"][];
            /** @description An initial one; without it, the person is invited. */
            password?: string;
        };
        NewPolicy: {
            instrumentId: string;
            /**
             * Format: date-time
             * @description Left out: now, or since ever for the first.
             */
            effectiveFrom?: string;
            /** @description What is left out is as usual, not as before. */
            rules: {
                /** @enum {string} */
                bookingUnit?: "time" | "day";
                opening?: {
                    /** @description `to` at or before `from` runs into the next day; 00:00–24:00 is the whole local day. */
                    weekly: {
                        /**
                         * @description 1 is Monday, 7 is Sunday.
                         * @enum {number}
                         */
                        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
                        from: string;
                        to: string;
                    }[];
                    exceptions: {
                        /** Format: date */
                        date: string;
                        /** @description Empty: closed. */
                        open: {
                            from: string;
                            to: string;
                        }[];
                        note?: string;
                    }[];
                };
                gridSeconds?: number;
                shortestSeconds?: number;
                longestSeconds?: number;
                noticeSeconds?: number;
                horizonSeconds?: number;
                changeWindowSeconds?: number;
                cancelWindowSeconds?: number;
                /** @enum {string} */
                lateCancel?: "refused" | "forfeit";
                lateCancelForfeit?: number;
                noShowForfeit?: number;
                caps?: {
                    /** @enum {string} */
                    per: "person" | "group" | "institution";
                    /** @enum {string} */
                    measure: "count" | "seconds";
                    limit: number;
                    /** @enum {string} */
                    period: "day" | "week" | "month" | "upcoming";
                    /** @description Only time inside these stretches counts. */
                    window?: {
                        /**
                         * @description 1 is Monday, 7 is Sunday.
                         * @enum {number}
                         */
                        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
                        from: string;
                        to: string;
                    }[];
                    /** @description Booked this near to its start it is exempt. */
                    exemptWithinSeconds?: number;
                }[];
                /** @enum {string} */
                approval?: "none" | "staff";
                approvalHoldSeconds?: number;
                /** @enum {string} */
                onBehalf?: "allowed" | "staff-only";
                /** @enum {string} */
                attendance?: "as-booked" | "check-in" | "metered";
                checkInEarlySeconds?: number;
                noShowAfterSeconds?: number;
                /** @enum {string} */
                chargeFor?: "used" | "booked" | "greater";
                /** @enum {string} */
                chargeFrom?: "start" | "check-in";
                chargeStepSeconds?: number;
                prepSeconds?: number;
                postSeconds?: number;
                /** @enum {string} */
                runMode?: "self-operated" | "guided" | "commissioned" | "remote";
                price?: {
                    currency: string;
                    perUnitMinor: {
                        [key: string]: number;
                    };
                };
            };
        };
        NewPool: {
            institutionId: string;
            name: string;
            /** @default null */
            nameEn: string | null;
        };
        NewProject: {
            groupId: string;
            code: string;
            name: string;
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
            /** @default [] */
            fundingCodes: string[];
            /** @default [] */
            disciplines: string[];
            /**
             * @description Whether staff of a host may read the titles of its bookings.
             * @default false
             */
            showsTitles: boolean;
        };
        NewReversal: {
            /** @description Left out: all that has not been taken back yet. */
            amount?: number | null;
            /** @description Of use: what it really was, posted in its place. */
            replacement?: number | null;
            reason: string;
        };
        NewReversals: {
            lines: {
                transferId: string;
                /** @description Left out: all that has not been taken back yet. */
                amount?: number | null;
            }[];
            /**
             * @description Of the document that takes them back.
             * @default null
             */
            documentNumber: string | null;
            reason: string;
        };
        NewSharingTerm: {
            instrumentId: string;
            /** @enum {string} */
            audience: "own" | "alliance" | "partners" | "registered";
            /** @description For `alliance` and `partners`, and only them. */
            allianceId?: string | null;
            /**
             * Format: date-time
             * @description Left out: now.
             */
            startsAt?: string;
            endsAt?: string | null;
            /**
             * @description A hidden term is shown to its audience and the host’s staff alone.
             * @enum {string}
             */
            visibility?: "listed" | "hidden";
            priceCategory?: string;
            /**
             * @description Left out: none for the own institution, tracked for others.
             * @enum {string}
             */
            quota?: "none" | "tracked" | "enforced";
        };
        Outage: {
            id: string;
            instrumentId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description The two are counted apart in reports.
             * @enum {string}
             */
            kind: "planned" | "unplanned";
            reason: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        OutageChanges: {
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            /**
             * @description The two are counted apart in reports.
             * @enum {string}
             */
            kind?: "planned" | "unplanned";
            reason?: string | null;
        };
        OutagePage: {
            items: components["schemas"]["Outage"][];
            nextCursor: string | null;
        };
        OutageWithAffected: {
            outage: components["schemas"]["Outage"];
            affected: components["schemas"]["AffectedBooking"][];
        };
        OwnRow: {
            seq: number;
            id: string;
            ledgerId: string;
            periodId: string;
            op: string;
            kind: string;
            sourceLotId: string | null;
            destinationLotId: string | null;
            amount: number;
            pendingId: string | null;
            reversalOf: string | null;
            batchId: string | null;
            bookingId: string | null;
            leg: number | null;
            revision: number | null;
            /** Format: date-time */
            effectiveAt: string;
            /** Format: date-time */
            recordedAt: string;
            actorId: string;
            reason: string | null;
            documentNumber: string | null;
            salt: string;
            digest: string;
        };
        PasswordChange: {
            current: string;
            next: string;
        };
        Period: {
            id: string;
            ledgerId: string;
            name: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            state: string;
        };
        PeriodPage: {
            items: components["schemas"]["Period"][];
            nextCursor: string | null;
        };
        Person: {
            id: string;
            name: string | null;
            nameEn: string | null;
            affiliations: {
                id: string;
                institutionId: string;
                groupId: string | null;
                startsOn: string;
                endsOn: string | null;
            }[];
            record: {
                email: string | null;
                phone: string | null;
                userKind: string;
                locale: string;
                hasPassword: boolean;
                version: number;
                /** Format: date-time */
                createdAt: string;
                retiredAt: string | null;
            } | null;
        };
        PersonChanges: {
            name?: string | null;
            nameEn?: string | null;
            email?: string | null;
            phone?: string | null;
            /** @enum {string} */
            userKind?: "domestic" | "hk-mo-tw" | "foreign";
            /** @enum {string} */
            locale?: "zh-CN" | "zh-Hant" | "en";
        };
        PersonPage: {
            items: components["schemas"]["Person"][];
            nextCursor: string | null;
        };
        PersonRef: {
            id: string;
            version: number;
        };
        PersonSummary: {
            id: string;
            name: string | null;
            nameEn: string | null;
            locale: string;
        };
        /** @description PIDINST 1.0 */
        Pidinst: {
            identifier: {
                identifier: string;
                identifierType: string;
            };
            /** @constant */
            schemaVersion: "1.0";
            /** Format: uri */
            landingPage: string;
            name: string;
            owners: {
                ownerName: string;
                ownerIdentifier?: {
                    ownerIdentifier: string;
                    ownerIdentifierType: string;
                };
            }[];
            manufacturers: {
                manufacturerName: string;
            }[];
            model?: {
                modelName: string;
            };
            description?: string;
            instrumentTypes: {
                instrumentTypeName: string;
            }[];
            dates?: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                dateType: "Commissioned" | "DeCommissioned";
            }[];
            alternateIdentifiers?: {
                alternateIdentifier: string;
                /** @enum {string} */
                alternateIdentifierType: "SerialNumber" | "InventoryNumber" | "Other";
                alternateIdentifierName?: string;
            }[];
        };
        PlacesChange: {
            places: number;
            overrideReason?: string;
        };
        Policy: {
            id: string;
            instrumentId: string;
            revision: number;
            /** Format: date-time */
            effectiveFrom: string;
            rules: components["schemas"]["PolicyRules"];
            /** Format: date-time */
            createdAt: string;
        };
        PolicyPage: {
            items: components["schemas"]["Policy"][];
            nextCursor: string | null;
        };
        PolicyPreview: {
            /** @description Judged as of the moment at which each was asked for. */
            past: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                examined: number;
                refused: number;
                byCode: {
                    code: string;
                    count: number;
                    examples: components["schemas"]["JudgedBooking"][];
                }[];
            };
            /** @description They keep the rules under which they were made. */
            future: {
                /** Format: date-time */
                from: string;
                examined: number;
                broken: {
                    id: string;
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                    state: string;
                    person: {
                        id: string;
                        name: string | null;
                    };
                    codes: string[];
                }[];
            };
        };
        PolicyRules: {
            /** @enum {string} */
            bookingUnit: "time" | "day";
            opening: {
                /** @description `to` at or before `from` runs into the next day; 00:00–24:00 is the whole local day. */
                weekly: {
                    /**
                     * @description 1 is Monday, 7 is Sunday.
                     * @enum {number}
                     */
                    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
                    from: string;
                    to: string;
                }[];
                exceptions: {
                    /** Format: date */
                    date: string;
                    /** @description Empty: closed. */
                    open: {
                        from: string;
                        to: string;
                    }[];
                    note?: string;
                }[];
            };
            gridSeconds: number;
            shortestSeconds: number;
            longestSeconds: number;
            noticeSeconds: number;
            horizonSeconds: number;
            changeWindowSeconds: number;
            cancelWindowSeconds: number;
            /** @enum {string} */
            lateCancel: "refused" | "forfeit";
            lateCancelForfeit: number;
            noShowForfeit: number;
            caps: {
                /** @enum {string} */
                per: "person" | "group" | "institution";
                /** @enum {string} */
                measure: "count" | "seconds";
                limit: number;
                /** @enum {string} */
                period: "day" | "week" | "month" | "upcoming";
                /** @description Only time inside these stretches counts. */
                window?: {
                    /**
                     * @description 1 is Monday, 7 is Sunday.
                     * @enum {number}
                     */
                    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
                    from: string;
                    to: string;
                }[];
                /** @description Booked this near to its start it is exempt. */
                exemptWithinSeconds?: number;
            }[];
            /** @enum {string} */
            approval: "none" | "staff";
            approvalHoldSeconds: number;
            /** @enum {string} */
            onBehalf: "allowed" | "staff-only";
            /** @enum {string} */
            attendance: "as-booked" | "check-in" | "metered";
            checkInEarlySeconds: number;
            noShowAfterSeconds: number;
            /** @enum {string} */
            chargeFor: "used" | "booked" | "greater";
            /** @enum {string} */
            chargeFrom: "start" | "check-in";
            chargeStepSeconds: number;
            prepSeconds: number;
            postSeconds: number;
            /** @enum {string} */
            runMode: "self-operated" | "guided" | "commissioned" | "remote";
            price?: {
                currency: string;
                perUnitMinor: {
                    [key: string]: number;
                };
            };
        };
        Pool: {
            name: string;
            nameEn: string | null;
            id: string;
            institutionId: string;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        PoolChanges: {
            name?: string;
            nameEn?: string | null;
        };
        PoolPage: {
            items: components["schemas"]["Pool"][];
            nextCursor: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            requestId: string;
            refusals: components["schemas"]["Refusal"][];
            faults?: components["schemas"]["Fault"][];
            alternatives?: components["schemas"]["Alternative"][];
        };
        Project: {
            id: string;
            groupId: string;
            institutionId: string;
            code: string;
            name: string;
            startsOn: string;
            endsOn: string | null;
            fundingCodes: string[];
            disciplines: string[];
            showsTitles: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
        };
        ProjectChanges: {
            code?: string;
            name?: string;
            /** Format: date */
            startsOn?: string;
            /** @description The last day that counts; null while there is none. */
            endsOn?: string | null;
            fundingCodes?: string[];
            disciplines?: string[];
            /** @description Whether staff of a host may read the titles of its bookings. */
            showsTitles?: boolean;
        };
        ProjectMemberDates: {
            /**
             * Format: date
             * @description The first day that counts.
             */
            startsOn: string;
            /**
             * @description The last day that counts; null while there is none.
             * @default null
             */
            endsOn: string | null;
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            nextCursor: string | null;
        };
        ProjectWithMembers: {
            id: string;
            groupId: string;
            institutionId: string;
            code: string;
            name: string;
            startsOn: string;
            endsOn: string | null;
            fundingCodes: string[];
            disciplines: string[];
            showsTitles: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
            retiredAt: string | null;
            members: {
                personId: string;
                startsOn: string;
                endsOn: string | null;
            }[];
        };
        QuotaHolder: {
            /** @enum {string} */
            kind: "reserve" | "institution" | "group" | "project" | "external";
            id: string;
        };
        Refusal: {
            code: string;
            message: string;
            mayLift?: string[];
        } & {
            [key: string]: unknown;
        };
        Rescheduling: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            instrumentId?: string;
            overrideReason?: string;
        };
        Reversal: {
            transfers: components["schemas"]["Transfer"][];
        };
        Reversals: {
            id: string;
            documentNumber: string | null;
            reason: string;
            lines: {
                transferId: string;
                amount: number;
            }[];
            transfers: components["schemas"]["Transfer"][];
        };
        RowFault: {
            row: number;
            column?: string;
            code: string;
            value?: string;
            refusal?: components["schemas"]["Refusal"];
        };
        Run: {
            id: string;
            bookingId: string | null;
            instrumentId: string;
            institutionId: string;
            allianceId: string | null;
            personId: string | null;
            projectId: string | null;
            places: number;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            mode: "self-operated" | "guided" | "commissioned" | "remote";
            samples: number | null;
            prepSeconds: number;
            runSeconds: number;
            postSeconds: number;
            idleSeconds: number;
            effectiveSeconds: number;
            evidence: string;
            bookedSeconds: number;
            usedSeconds: number;
            chargedUnits: number;
            rating: number | null;
            ratingText: string | null;
            agreementSigned: boolean;
            version: number;
        };
        RunChanges: {
            /** @enum {string} */
            mode?: "self-operated" | "guided" | "commissioned" | "remote";
            samples?: number | null;
            phases?: components["schemas"]["RunPhases"];
            agreementSigned?: boolean;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            nextCursor: string | null;
        };
        RunPhases: {
            prepSeconds: number;
            runSeconds: number;
            postSeconds: number;
            idleSeconds: number;
        };
        RunRating: {
            /** @description 5 very satisfied … 1 very poor (非常满意 … 极差). */
            rating: number;
            text?: string;
        };
        Session: {
            accessToken: string;
            expiresInSeconds: number;
            person: components["schemas"]["PersonSummary"];
        };
        SharingTerm: {
            id: string;
            instrumentId: string;
            /** @enum {string} */
            audience: "own" | "alliance" | "partners" | "registered";
            allianceId: string | null;
            /** Format: date-time */
            startsAt: string;
            endsAt: string | null;
            /**
             * @description A hidden term is shown to its audience and the host’s staff alone.
             * @enum {string}
             */
            visibility: "listed" | "hidden";
            priceCategory: string;
            /** @enum {string} */
            quota: "none" | "tracked" | "enforced";
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        SharingTermChanges: {
            /** Format: date-time */
            startsAt?: string;
            endsAt?: string | null;
            /**
             * @description A hidden term is shown to its audience and the host’s staff alone.
             * @enum {string}
             */
            visibility?: "listed" | "hidden";
            priceCategory?: string;
            /** @enum {string} */
            quota?: "none" | "tracked" | "enforced";
        };
        SharingTermPage: {
            items: components["schemas"]["ListedSharingTerm"][];
            nextCursor: string | null;
        };
        Site: {
            title: string;
            titleEn: string;
            /** @description Whether there is one at `/site/logo`. */
            logo: boolean;
            /** @description Only in a demonstration: the ways in. */
            demo: components["schemas"]["Demonstration"] | null;
            languages: ("zh-CN" | "zh-Hant" | "en")[];
            /** @description By whose dates people belong and are appointed: an IANA zone. */
            zone: string;
            /** @description False while nobody has been entered: see `POST /setup`. */
            isSetUp: boolean;
            /** @description Of the titles; 0 before they were first set. */
            version: number;
        };
        SiteChanges: {
            title?: string;
            titleEn?: string;
        };
        Statement: {
            ledgerId: string;
            accountId: string;
            from: components["schemas"]["LedgerHead"];
            to: components["schemas"]["LedgerHead"];
            head: components["schemas"]["LedgerHead"];
            rows: (components["schemas"]["OwnRow"] | components["schemas"]["HiddenRow"])[];
            unsealed: components["schemas"]["Transfer"][];
            lots: {
                lotId: string;
                granted: number;
                held: number;
                used: number;
                forfeited: number;
                expired: number;
                carried: number;
            }[] | null;
            nextSeq: number | null;
        };
        Transfer: {
            id: string;
            ledgerId: string;
            periodId: string;
            op: string;
            kind: string;
            sourceLotId: string | null;
            destinationLotId: string | null;
            amount: number;
            pendingId: string | null;
            reversalOf: string | null;
            batchId: string | null;
            bookingId: string | null;
            leg: number | null;
            revision: number | null;
            /** Format: date-time */
            effectiveAt: string;
            /** Format: date-time */
            recordedAt: string;
            actorId: string;
            reason: string | null;
            documentNumber: string | null;
            salt: string;
            digest: string;
        };
        UtilizationReport: {
            header: {
                start: string;
                end: string;
                zones: string[];
                groupBy: ("instrument" | "institution" | "alliance" | "month")[];
                allianceId: string | null;
                institutionId: string | null;
                instrumentId: string | null;
                /** Format: date-time */
                asOf: string;
                /** Format: date-time */
                generatedAt: string;
                definitionsVersion: string;
                instruments: number;
                ledgers: {
                    ledgerId: string;
                    resourceClass: string;
                    unit: string;
                    seq: number;
                    hash: string;
                }[];
            };
            total: {
                time: {
                    [key: string]: number;
                };
                metrics: {
                    [key: string]: number | null;
                };
            };
            rows: {
                period: {
                    /** Format: date-time */
                    start: string;
                    /** Format: date-time */
                    end: string;
                };
                zone: string;
                allianceId: string | null;
                hostInstitutionId: string | null;
                instrumentId: string | null;
                resourceClass: string | null;
                unit: string | null;
                userInstitutionId: string | null;
                userCategory: ("own" | "member" | "outside") | null;
                projectId: string | null;
                time: {
                    [key: string]: number;
                };
                charges: {
                    charged: number;
                    forfeited: number;
                    overrun: number;
                } | null;
                asOfSeq: number | null;
                metrics: {
                    [key: string]: number | null;
                } | null;
            }[];
            names: {
                [key: string]: {
                    name: string;
                    nameEn: string | null;
                };
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                ledgerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: {
                afterSeq?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                allianceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAgreement: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgreement"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editAgreement: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlliances: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                parentId?: string;
                /** @description Alliances of which this institution is a member today. */
                institutionId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlliancePage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAlliance: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAlliance"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alliance"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlliance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alliance"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editAlliance: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alliance"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireAlliance: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alliance"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppointments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                personId?: string;
                scopeKind?: "site" | "alliance" | "institution" | "instrument";
                scopeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAppointment: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAppointment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAppointment: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["End"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAvailability: {
        parameters: {
            query: {
                /** @description One, or up to 200 separated by commas. */
                instrumentId?: string;
                poolId?: string;
                from: string;
                to: string;
                places?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                instrumentId?: string;
                state?: "requested" | "confirmed" | "in_use" | "completed" | "cancelled" | "rejected" | "expired" | "no_show" | "displaced";
                from?: string;
                to?: string;
                mine?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    book: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkInBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkOutBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckOutDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Extension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNoShow: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBookingPlaces: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlacesChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match"?: string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rescheduling"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                allianceId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedDocumentPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchChanges: {
        parameters: {
            query?: {
                /** @description The instruments that are watched, up to 300, separated by commas. */
                instrumentId?: string;
            };
            header?: {
                /** @description The id of the last event seen: what came after it is told again. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `changed` with `{noun, instrumentId}`: something about a watched instrument, or an own booking, is different; `instrumentId` is null where a booking was moved away. `reset`: too much was missed, read everything anew. A comment every 15 s. Ends with the token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                allianceId: string;
                documentNumber: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedRowPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addGrant: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrant"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                institutionId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addGroup: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGroup"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editGroup: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireGroup: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFile: {
        parameters: {
            query?: {
                /** @description What the file holds; left out, the sheets of a workbook say it by their names. */
                noun?: "institutions" | "memberships" | "groups" | "people" | "projects" | "grants" | "instruments" | "bookings";
                dryRun?: "true" | "false";
                /** @description For rows that name none: USCC, ROR, own id or exact name. */
                institution?: string;
                /** @description For rows that name none: its slug. */
                alliance?: string;
                /** @description For rows that name none: an IANA zone. */
                zone?: string;
                currency?: string;
                /** @description The system that bookings come from. */
                source?: string;
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportTemplate: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                lang?: "zh-CN" | "zh-Hant" | "en";
            };
            header?: never;
            path: {
                noun: "institutions" | "memberships" | "groups" | "people" | "projects" | "grants" | "instruments" | "bookings";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty table with the headings of the noun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstitutions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                allianceId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addInstitution: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstitution"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstitution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editInstitution: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireInstitution: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstruments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Words of a name, maker, …; also in the other script, as pinyin or initials. */
                q?: string;
                /** @description A well-known one in any writing or by its code, others as they are written. */
                technique?: string;
                resourceClass?: string;
                poolId?: string;
                institutionId?: string;
                /** @description Those shared into this alliance now. */
                allianceId?: string;
                location?: string;
                publication?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addInstrument: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstrument"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editInstrument: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PNG or JPEG, at most 1 MiB. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPhoto: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": unknown;
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePhoto: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPidinst: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PIDINST 1.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pidinst"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicyInForce: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishInstrument: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInstrument: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireInstrument: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstrumentFacets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentFacets"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedgers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                allianceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLedger: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLedger"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerWithPeriods"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description After so many rows the hash of the chain is this. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerHead"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeriods: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPeriod: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPeriod"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shortenPeriod: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["End"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                allianceId?: string;
                institutionId?: string;
                /** @description Only memberships that hold on this day. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMembership: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMembership"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMembership: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMembershipRole: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMembershipRole"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMembershipRole: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["End"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutages: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                instrumentId: string;
                /** @description Only those that end after this moment. */
                start?: string;
                /** @description Only those that start before this moment. */
                end?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutagePage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOutage: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOutage"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageWithAffected"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOutage: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageWithAffected"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireOutage: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                institutionId?: string;
                allianceId?: string;
                q?: string;
                /** @description `true`: those who were retired instead, for admins of the institution or site. */
                retired?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPerson: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPerson: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAffiliation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAffiliation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAffiliation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["End"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIdentity: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentity"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLogin: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLogin"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    givePassword: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenPassword"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstatePerson: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retirePerson: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicies: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                instrumentId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPolicy: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicy"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPolicy: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPools: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                institutionId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPool: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPool"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPool: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoolChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retirePool: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                groupId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addProject: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectWithMembers"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editProject: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setProjectMember: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMemberDates"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireProject: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoad: {
        parameters: {
            query: {
                start: string;
                end: string;
                allianceId?: string;
                institutionId?: string;
                instrumentId?: string;
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadReport"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUtilization: {
        parameters: {
            query: {
                start: string;
                end: string;
                allianceId?: string;
                institutionId?: string;
                instrumentId?: string;
                asOf?: string;
                /** @description instrument, institution, alliance, month */
                groupBy?: string;
                format?: "json" | "csv" | "xlsx";
                lang?: "zh-CN" | "zh-Hant" | "en" | "stable";
                byteOrderMark?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UtilizationReport"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookingsBehindFigure: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                start: string;
                end: string;
                allianceId?: string;
                institutionId?: string;
                instrumentId?: string;
                userInstitutionId?: string;
                userAllianceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingsBehindFigure"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReversals: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReversals"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reversals"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                instrumentId?: string;
                bookingId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRun: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rateRun: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunRating"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSharingTerms: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description All terms of one instrument. */
                instrumentId?: string;
                /** @description The terms that open instruments to members or partners of one alliance. */
                allianceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingTermPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSharingTerm: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSharingTerm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingTerm"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSharingTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingTerm"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSharingTerm: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingTermChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingTerm"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSite: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The ETag of the version that is edited, `"3"`. */
                "if-match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PNG or JPEG, at most 1 MiB. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLogo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": unknown;
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLogo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReversal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description With the same key, the same request happens once; later ones get the first answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReversal"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reversal"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
