import type { Choice } from '#domain/channel.ts';
import { type Incident, isOpen } from '#domain/incident/incident.ts';
import type { Say } from '#locales/text.ts';
import type { IncidentRight } from '#handlers/incident/incident-of.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';

/** What can be done about an incident now by somebody with this right; the likeliest first. */
export function incidentChoices(say: Say, incident: Incident, right: IncidentRight): Choice[][] {
  if (right === 'report') {
    return isOpen(incident.status) ? [[choice(say('button-incident-alarm'), 'alarm', incident)]] : [];
  }
  switch (incident.status) {
    case 'new':
      return [
        [
          choice(say('button-incident-ack'), 'ack', incident),
          choice(say('button-incident-alarm'), 'alarm', incident),
        ],
        ...lessLikely(say, incident),
      ];
    case 'acknowledged':
    case 'in-progress':
    case 'contained':
      return [...steps(say, incident), ...lessLikely(say, incident)];
    case 'closed':
      return [papers(say, incident)];
    case 'false-alarm':
      return [[choice(say('button-incident-reopen'), 'reopen', incident)]];
    case 'duplicate':
      return [[choice(say('button-incident-unlink'), 'undup', incident)]];
  }
}

/** The few that somebody who has just taken it on needs next; everything else is behind "Việc khác". */
export function nextChoices(say: Say, incident: Incident): Choice[][] {
  return [...steps(say, incident), [choice(say('button-incident-more'), 'view', incident)]];
}

function steps(say: Say, incident: Incident): Choice[][] {
  const onwards =
    incident.status === 'acknowledged'
      ? [choice(say('button-incident-in-progress'), 'status', incident, 'in-progress')]
      : [];
  const contained =
    incident.status === 'contained'
      ? [choice(say('button-incident-close'), 'close', incident)]
      : [choice(say('button-incident-contained'), 'status', incident, 'contained')];
  return [
    [...onwards, ...contained],
    [
      choice(say('button-incident-hand-over'), 'over', incident),
      choice(say('button-incident-help'), 'help', incident),
    ],
  ];
}

function lessLikely(say: Say, incident: Incident): Choice[][] {
  const closes =
    incident.status === 'contained' ? [] : [choice(say('button-incident-close'), 'close', incident)];
  const alarm = incident.status === 'new' ? [] : [choice(say('button-incident-alarm'), 'alarm', incident)];
  return [
    [
      choice(
        incident.severity === 'severe' ? say('button-incident-lower') : say('button-incident-raise'),
        'sev',
        incident,
      ),
      choice(say('button-incident-duplicate'), 'dup', incident),
    ],
    [choice(say('button-incident-warn'), 'warn', incident), ...closes],
    papers(say, incident),
    ...(alarm.length > 0 ? [alarm] : []),
  ];
}

function papers(say: Say, incident: Incident): Choice[] {
  return [
    choice(say('button-incident-paper-first'), 'paper', incident, 'first'),
    ...(incident.status === 'closed'
      ? [choice(say('button-incident-paper-closing'), 'paper', incident, 'closing')]
      : []),
  ];
}

function choice(label: string, verb: string, incident: Incident, ...args: string[]): Choice {
  return { label, data: incidentTap(verb, incident, ...args) };
}
