// Example articles to load with one click. Written for Factbox: the people, places and firms are invented.

/** @type {readonly { title: string, text: string }[]} */
export const examples = [
  {
    title: "Ofsted lifts Tarnshire’s children’s services",
    text: `Children's services no longer 'inadequate' after four-year turnaround

By Priya Marland, local democracy reporter

Published 3 hours ago

Ofsted has rated Tarnshire County Council's children's services "requires improvement", four years after inspectors found that vulnerable children were being left at risk.

The service was judged inadequate in March 2021, when the watchdog said there had been "serious and widespread failures" in the way the council protected children.

In a report published on Tuesday, inspectors said social workers now knew their children well and that caseloads had fallen from 31 to 18.

But they warned that care leavers still waited too long for a home of their own, and that more than 40 children were living in placements over 50 miles away.

The quality of leadership was rated good.

Council leader Dinah Oakshott said she was "immensely proud" of staff but that nobody was declaring victory.

"Four years ago we let children down, and I have apologised to many of them in person," she said.

"This report shows that we are on the right road. It also shows how far we still have to go."

The council has spent an extra £7.4m a year on the department since 2021 and hired 62 social workers, almost half of them from its own training scheme. Agency staff now fill one in eight posts, down from one in three.

Image caption Dinah Oakshott has led the council since May 2022

Graham Tolley, the opposition's spokesman for families, welcomed the grade but said the improvement was "overdue and fragile".

"Young people leaving care are still sleeping on friends' sofas," added Cllr Tolley. "That is not what improvement looks like to them."

Leonie Ashdown, 22, who left care in 2023 and now chairs the Tarnshire Care Leavers' Forum, said the council had started to listen.

"We asked for one named worker each, and this time they did it," she said. "I would give them six out of ten."

A Department for Education spokesperson said: "We are pleased to see progress in Tarnshire and will lift the improvement notice once it has been sustained for two years."

Ofsted will visit again next spring.

Follow Tarnshire News on Facebook`,
  },
  {
    title: "Bakery chain’s profits rise by a quarter",
    text: `Calder & Finch profits rise by a quarter as bakery chain eyes the south

The bakery chain Calder & Finch has reported a 26% rise in annual profits and said it would open up to 35 shops next year.

The company, which is based in Huddersfield, made £48.3m before tax in the year to 29 March 2025, up from £38.2m a year earlier. Sales grew 11.5% to £612m.

Chief executive Rosalind Achebe said customers were "coming in more often and buying breakfast as well as lunch".

"A sausage roll and a coffee still costs under £4 with us, and in the present climate that matters," she told reporters on Thursday.

Like-for-like sales rose 5.8%, against a rise of 3.1% the year before. But the firm warned that higher wages and packaging charges would add about £14m to its costs, and that margins could slip by 30 basis points.

Finance director Owen Prys said butter prices had doubled in 18 months. "We have absorbed most of it. We cannot absorb all of it," he said.

The dividend goes up by 2p to 17.5p a share. The company also plans to cut 120 jobs at its Wakefield distribution centre, which is to close in September.

Unite regional officer Tam Sorley called the closure "a kick in the teeth for people who kept the shelves full through the pandemic".

Moody's affirmed its Baa2 rating on the company's debt, two notches above junk, while analysts at Harrow Stone raised the shares to buy from hold.

"Two thirds of the south coast has no Calder & Finch at all," the broker's note said.

Shares in the company, which employs 9,400 people, closed 4.2% higher at 655p.`,
  },
  {
    title: "Care home leaves special measures",
    text: `Care home out of special measures after inspectors find 'a different place'

A care home in Wexcombe where residents waited hours for help at night has been upgraded from inadequate to good.

Larkfield House, which looks after 43 people, many of them living with dementia, was put into special measures by the Care Quality Commission (CQC) in October 2023.

Inspectors who came back unannounced on 6 and 7 August this year rated the home good overall, and good for being effective, caring and responsive. It was rated requires improvement for being safe, and outstanding for being well-led.

They found that call bells were answered within four minutes on average, down from 27 minutes, and that medicines errors had dropped by 80%.

Registered manager Bartholomew Quaye, who took over in January 2024, said the result belonged to the night staff.

“When I arrived we had three carers for two floors,” he said. “Now there are seven, and every one of them is employed by us.”

Maureen Tull, whose mother Edie, 91, has lived at Larkfield House for five years, said it was “like a different place”.

“Mum used to ring me at two in the morning because nobody came,” said Mrs Tull. “She hasn’t rung since Easter.”

Hester Adeyemi-Clarke, the CQC’s deputy director of operations in the south west, said leaders had created “a culture in which staff felt safe to speak up”.

She added that there were still gaps in the records of residents’ weights, and that the home had been told to put them right within 28 days.

According to accounts filed in June, the home’s owner, Downland Care, spent £1.2m on the building and lost £310,000 last year.

Fees are to rise from £1,150 to £1,240 a week, the company said.`,
  },
];
