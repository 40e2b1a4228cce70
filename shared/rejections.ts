/** Every reason for which the law of the queue refuses a command; the words are in texts/rejections.ts. */
export const rejectionReasons = [
  // not known, or not (any more) in use
  'unknownTicket',
  'unknownService',
  'unknownCounter',
  'unknownQueue',
  'unknownWorkProfile',
  'unknownPriorityClass',
  'unknownEmergencyMessage',
  // the day and its hours
  'dayNotOpen',
  'dayClosed',
  'dayAlreadyOpen',
  'hallNotOpenYet',
  'hallClosedForToday',
  'dailyLimitReached',
  'serviceNotNow',
  // the ticket is not where the command needs it
  'ticketNotWaiting',
  'ticketNotCalled',
  'ticketNotServing',
  'ticketNotHeld',
  'serviceNotForPickUp',
  'ticketNotMissed',
  'ticketNotCancellable',
  'undoTooLate',
  'issuedElsewhere',
  'notOfThisPlatform',
  'ticketEnded',
  'ticketAtOtherCounter',
  // calling
  'nobodyWaiting',
  'noMoreRecalls',
  'missedTooEarly',
  'ticketReservedElsewhere',
  // a missed number
  'putBackTooLate',
  'putBackUsedUp',
  'acceptTooLate',
  'notAmongLastMissed',
  'missedAtOtherCounter',
  // an errand
  'unknownMaterial',
  'missingOnlyIfIncomplete',
  'earlierVisitNotServed',
  'caseNoOfOther',
  // several services in one visit
  'serviceThereAlready',
  'serviceNotToCome',
  'tooManyServices',
  'furtherServicesLeft',
  'noFurtherService',
  'serviceNotAtCounter',
  // coming later
  'postponeUsedUp',
  // counters
  'noCounter',
  'counterClosed',
  'counterPaused',
  'counterNotPaused',
  'counterBusy',
  'counterTaken',
  'counterNotTaken',
  'staffAtOtherCounter',
  // the manager is called
  'helpCalledAlready',
  'noCounterOpen',
  'unknownMessage',
  'helpNotCalled',
  'helpAnsweredAlready',
  'notOwnCounter',
  'transferToSelf',
  'staffAtNoCounter',
  'timeIsPast',
  // priority
  'priorityNotGrantableNow',
  // appointments
  'serviceNotBookable',
  'phoneBookingOff',
  'slotNotOffered',
  'slotTooSoon',
  'slotFull',
  'slotOver',
  'referenceTaken',
  'unknownAppointment',
  'appointmentEarly',
  'appointmentOtherDay',
  'appointmentUsed',
  'appointmentOver',
  'appointmentNotCancellable',
  'undoOfAppointment',
  'phoneCheckInOff',
  'phoneCheckInLate',
  // rating
  'notRatable',
  'alreadyRated',
  'ratingTooLate',
  'ratingNotOpenHere',
  // printing
  'noPrinter',
  'slipOnItsWay',
  'reprintTooLate',
  'notIssuedHere',
  'printNotExpected',
  // emergency
  'emergencyNotShown',
  'notRatedYet',
  'ratingComplete',
  'notAnIndicatorOfLevel',
  'unknownQuestion',
  'kioskResting',
  // the follow-up of a low rating
  'noRatingCase',
  'caseNotThere',
  'caseEnded',
  'caseTextMissing',
  'callBackNotAgreed',
  'ratedPersonMayNot',
  'secondPersonNeeded',
  'nothingProposed',
  'proposalOpen',
  'ratingNotFlagged',
  'flagInCase',
  'appealTooLate',
  'appealOpen',
  'noAppeal',
  'tookPartAlready',
  // experience officers and their diaries
  'consentToKeepNeeded',
  'consentToPublishNeeded',
  'unknownOfficer',
  'unknownDiary',
  'notOwnDiary',
  'diaryBegunAlready',
  'diaryIsPublished',
  'diaryChangedMeanwhile',
  'diaryNotWhole',
  'diaryNotApproved',
  'unknownSuggestion',
  'reasonNeeded',
  // set-up
  'setupRefersToUnknown',
  'setupStillInUse',
  'bookingsInTheWay',
  'nothingToChange',
  'setupDuplicate',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Why the law refused, with the few facts a sentence about it may need (numbers and labels, never names). */
export interface Rejection {
  readonly rejected: RejectionReason;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Everything an acknowledgement may say instead of a receipt: the law's reasons and the door's. */
export const doorRefusals = [
  'malformed',
  'notSignedIn',
  'forbidden',
  'commandIdReused',
  'unknownStaff',
  'openBookingsReached',
  'addressBookingsReached',
  'tooManyRequests',
  'storageFailing',
  'internal',
] as const;
export type DoorRefusal = (typeof doorRefusals)[number];
export type RefusalCode = RejectionReason | DoorRefusal;
