// 大厅的法: every command goes to its rule. The law itself is in the file of that name.
import type { Command } from '../../shared/commands.ts';
import {
  answerSuggestion,
  approveDiary,
  beginDiary,
  editDiary,
  publishDiary,
  withdrawDiary,
  writeDiary,
} from '../diaries/diary-steps.ts';
import { enrolOfficer, inviteOfficer, setConsent } from '../diaries/officers.ts';
import { stepCase } from '../rating-cases/case-steps.ts';
import { agreeToCallBack } from '../rating-cases/open-case.ts';
import { judgeFlag } from '../rating-cases/unflag.ts';
import { acceptMissed } from './accept-missed.ts';
import { addToRating } from './add-to-rating.ts';
import { bookAppointment } from './book-appointment.ts';
import { closeDay, openDay } from './business-day.ts';
import { callChosen } from './call-chosen.ts';
import { callNext } from './call-next.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { checkIn } from './check-in.ts';
import { closeCounter, openCounter, pauseCounter, resumeCounter, takeOverCounter } from './counters.ts';
import type { Context, Decision } from './decision.ts';
import { directCounter } from './direct-counter.ts';
import { liftEmergency, showEmergency } from './emergency.ts';
import { giveOpinion } from './give-opinion.ts';
import { grantPriority } from './grant-priority.ts';
import { answerHelp, callForHelp, endHelp } from './help.ts';
import { hold, resume } from './hold.ts';
import { importAppointments } from './import-appointments.ts';
import { issueTicket } from './issue-ticket.ts';
import { joinCase } from './join-case.ts';
import { jumpNumbers } from './jump-numbers.ts';
import { markMissed } from './mark-missed.ts';
import { messageCounter, readMessage } from './messages.ts';
import { postponeTicket } from './postpone-ticket.ts';
import { recordPrint, reprintTicket } from './print-slip.ts';
import { putBackMissed } from './put-back-missed.ts';
import { rateTicket } from './rate-ticket.ts';
import { recall } from './recall.ts';
import { reserveTicket } from './reserve-ticket.ts';
import { saveSetup } from './save-setup.ts';
import { saveSetups } from './save-setups.ts';
import { finish, startService } from './serve.ts';
import { addService, dropService } from './several-services.ts';
import type { HallState } from './state.ts';
import { transfer } from './transfer.ts';
import { withdrawCall } from './withdraw-call.ts';

/** What happens if somebody asks this of the hall now: events, or the reason why not. */
export function decide(state: HallState, command: Command, context: Context): Decision {
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(state, command, context);
    case 'addService':
      return addService(state, command, context);
    case 'dropService':
      return dropService(state, command, context);
    case 'reserveTicket':
      return reserveTicket(state, command, context);
    case 'grantPriority':
      return grantPriority(state, command, context);
    case 'putBackMissed':
      return putBackMissed(state, command, context);
    case 'postponeTicket':
      return postponeTicket(state, command, context);
    case 'cancelTicket':
      return cancelTicket(state, command, context);
    case 'bookAppointment':
      return bookAppointment(state, command, context);
    case 'cancelAppointment':
      return cancelAppointment(state, command, context);
    case 'importAppointments':
      return importAppointments(state, command, context);
    case 'checkIn':
      return checkIn(state, command, context);
    case 'rateTicket':
      return rateTicket(state, command, context);
    case 'reprintTicket':
      return reprintTicket(state, command, context);
    case 'recordPrint':
      return recordPrint(state, command, context);
    case 'addToRating':
      return addToRating(state, command, context);
    case 'giveOpinion':
      return giveOpinion(state, command, context);
    case 'agreeToCallBack':
      return agreeToCallBack(state, command, context);
    case 'stepCase':
      return stepCase(state, command, context);
    case 'judgeFlag':
      return judgeFlag(state, command, context);
    case 'enrolOfficer':
      return enrolOfficer(state, command, context);
    case 'inviteOfficer':
      return inviteOfficer(state, command, context);
    case 'setConsent':
      return setConsent(state, command, context);
    case 'beginDiary':
      return beginDiary(state, command, context);
    case 'writeDiary':
      return writeDiary(state, command, context);
    case 'approveDiary':
      return approveDiary(state, command, context);
    case 'editDiary':
      return editDiary(state, command, context);
    case 'publishDiary':
      return publishDiary(state, command, context);
    case 'withdrawDiary':
      return withdrawDiary(state, command, context);
    case 'answerSuggestion':
      return answerSuggestion(state, command, context);
    case 'openCounter':
      return openCounter(state, command, context);
    case 'takeOverCounter':
      return takeOverCounter(state, command, context);
    case 'pauseCounter':
      return pauseCounter(state, command, context);
    case 'resumeCounter':
      return resumeCounter(state, context);
    case 'closeCounter':
      return closeCounter(state, context);
    case 'messageCounter':
      return messageCounter(state, command, context);
    case 'readMessage':
      return readMessage(state, command, context);
    case 'callForHelp':
      return callForHelp(state, command, context);
    case 'answerHelp':
      return answerHelp(state, command, context);
    case 'endHelp':
      return endHelp(state, command, context);
    case 'callNext':
      return callNext(state, context);
    case 'callChosen':
      return callChosen(state, command, context);
    case 'recall':
      return recall(state, command, context);
    case 'withdrawCall':
      return withdrawCall(state, command, context);
    case 'startService':
      return startService(state, command, context);
    case 'finish':
      return finish(state, command, context);
    case 'joinCase':
      return joinCase(state, command, context);
    case 'markMissed':
      return markMissed(state, command, context);
    case 'acceptMissed':
      return acceptMissed(state, command, context);
    case 'hold':
      return hold(state, command, context);
    case 'resume':
      return resume(state, command, context);
    case 'transfer':
      return transfer(state, command, context);
    case 'showEmergency':
      return showEmergency(state, command, context);
    case 'liftEmergency':
      return liftEmergency(state, context);
    case 'saveSetup':
      return saveSetup(state, command, context);
    case 'saveSetups':
      return saveSetups(state, command, context);
    case 'openDay':
      return openDay(state, context);
    case 'directCounter':
      return directCounter(state, command, context);
    case 'closeDay':
      return closeDay(state, context);
    case 'jumpNumbers':
      return jumpNumbers(state, context);
  }
}
