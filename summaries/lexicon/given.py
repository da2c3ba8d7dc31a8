"""Given names beyond those that tell a woman from a man: behind them a reader expects a family name.

The registers of births of Britain, Ireland and the United States, and what agencies print of elsewhere; names
that are cities or common words (Charlotte, Grace) are left out.
"""

from summaries.lexicon import words
from summaries.lexicon.people import FEMALE_NAMES, MALE_NAMES

GIVEN = (
    FEMALE_NAMES
    | MALE_NAMES
    | words(
        """
        aaliyah abby abel abhishek abigail abram ada adele aditya adriana adrienne agnes agnieszka
        ahmad aidan aisha aisling ajay akira alain alana alastair albie aleksandr aleksandra
        alessandra alessandro alexandre alexis alfie alfonso alfredo alison alistair allison alvaro
        alvin alyssa amara amelia amelie amina amir amit anand anastasia anders andreas andrei
        andrej andrzej angelica angelina angus anita anjali anna-marie annette antoine anton antonia
        anuja anya aoife archie ariana ariel arjun armando arnaud arno arsene artem arun asha ashley
        aubrey audrey augusto ava avery ayesha aziz bailey barnaby bartosz beatrice beatriz becky
        bella benedict benedikt bernadette bernardo bernice bertrand bethany beverley beverly bianca
        bjorn blair blake blanca bogdan bonnie bradley brayden brendan brenton bridget bridie briony
        brittany bronwen bronwyn bruno bryan bryce bryn caitlin caleb callum calvin cameron camila
        camille candace carina carlo carolyn carrie carter casey cassandra cassidy cecilia cedric
        celeste celia cesar chandra chantal charlene chiara chinedu chloe christa christiane
        christophe ciaran cillian clare clark claudio clementine clifford clive clyde cody colette
        colleen connor conor conrad cora cormac cornelia cornelius cory courtney cristian cristina
        cristobal curtis damian damien damon danica danielle danilo darius darren darryl daryl dave
        deanna declan deirdre delia demetrius derek dermot desmond devin dewi dexter diarmuid dieter
        dietmar dilip dimitri dimitris dina dinesh dirk dolores dominic dominik dominique donal
        donovan dora doreen doris dorothea dougal duncan dwayne dylan eamon eddie edgar edith edmund
        eduardo efrain eileen eilidh eimear eirlys elaine eleanor eleni elias elisa elise elisha
        ella ellie elliot elliott elmer elodie eloise elspeth elton emanuel emerson emilia emilie
        emilio emmanuel emmanuelle enda enrico enrique eoin ephraim erica ernesto ernie errol esme
        esmeralda esperanza esteban estelle esther ethan etienne eugenia eunice evan evelyn ezra
        fabian fabio faisal fatimah fatou faye federica federico felicity felipe felix fergus
        fernanda fernando fidel fionnuala flavia fletcher flora florian floyd frances francesca
        francesco francoise freddie frederic freya fritz gabriel gabriela gabriella gail gareth
        garrett garth gavin gemma gene genevieve geoff georg georgina geraint gerard gerardo gerda
        german gethin giancarlo gianni gilbert giles gillian gino gisele giulia giuseppe gladys
        glenda gonzalo grainne greta gretchen guadalupe guido guillaume guillermo gunther gustav
        gustavo gwen gwendolyn gwyneth habib hakan hakim hamish hana hanna harald harriet hayden
        hayley hector helena helene helga helmut hernan hilda hiroshi hubert hugo humberto humphrey
        ibrahim ida ignacio ilya imogen imran ingrid irene irma isaac isabella isabelle isaiah isla
        ismail isobel itzel ivana ivor jacek jackie jacqueline jade jaime jakob jakub jamal jamie
        jan jana janice jasmin jasmine jaspreet javier jayden jaylen jayne jayson jean jeanette
        jeanne jed jenna jenny jeremiah jermaine jerome jesse jillian jing jo joanne joaquin jocelyn
        jodie joel joelle joey johan johanna johannes johnny jonah jonas jordi joris josef josie
        juanita jules juliana julien juliet julio julius jurgen justine kamal kamala kareem karim
        karin karina karla katerina katharine katie katrina katya kay kayla keira keisha kelly
        kelsey kendall kendra kendrick kenny kenya keri kerri kerry khadija khalid kiara kieran kim
        kimberly kirstin kirsty kofi konstantin kris krista kristin kristina kristine kumar kurt
        kwame kyle kylie lachlan lakshmi lana lara larissa laszlo latoya laurel laurence laurent
        leah leandro leanne leigh leila leland lena leona leonardo leonie leroy lesley leslie lester
        levi lewis lia liam liana libby lila lillian lina lindsay lindsey lionel lizzie llewellyn
        lloyd lois lola lonnie lorenzo loretta lori lorna lorraine louella luca lucas lucia luciana
        lucien lucinda ludwig luisa luiz lukas luke luther lydia lynette lynne mabel mackenzie
        maddie madeleine madeline mae magda magdalena maggie mairead maisie malachi malcolm malik
        mandy manfred manuela mara marc marcel marcela marcelo marcia marcos margarita margaux
        margot marguerite mari mariah mariam marian mariana marianne mariela marietta marilyn marina
        marisa marissa marjorie marlene marlon marsha marta martina marty marvin mateo mateusz
        mathias mathieu mathilde matilda matteo matthias maud maureen maurice mauricio maurizio
        maxim maxime maxine mehdi mehmet melanie melvin meredith merle mervyn mia micah michaela
        michel michele mikael mila mildred milena miles millicent millie milo milton mina mindy
        minnie miranda miriam mitchell moira mollie molly mona monika monique morag morgan moses
        mukesh muriel mustafa mya myles myra nadia nadine narendra natalia nathalie nathaniel ned
        neha nerys nessa nestor neville niall niamh nikhil nikita nikos nils nisha noah noel noelle
        nora norah noreen norma nuala octavio odette olaf oleksandr olena olivier ollie omari oona
        orla orville oswald otis owain owen paige pam paola paolo pascal pascale patrik patsy patti
        paulina paulo pavel peggy percy pernille petra philippa phillip phoebe phyllis pia pierce
        pilar piotr polly portia prakash priscilla priya quentin quincy rachael radu rahul raj
        rajesh ralf ramesh ramiro ramon ramona randall randy raquel rashad rashid raul ravi reagan
        reece reggie reginald reid reinhard rekha rene reza rhiannon rhoda rhonda rhys rihanna riley
        rina roberta robin robyn rocio rodolfo rodrigo rogelio rohan roisin rolando rolf romain
        roman romeo ronan ronnie rory rosalie rosalind rosalyn rosamund rosanna rosemary rosie rowan
        roxanne ruben rufus sabine sabrina sachin sadie saeed sally salma salvatore samantha samir
        sammy samson sandeep sanjay sasha scarlett seamus selena selina selma serena serge sergio
        shabana shannon shari shaun shauna shawn shelley shelly sherri sherry shona sian siegfried
        sienna silvia simone sinead siobhan sofia sonja sonya soren spencer stacey stacy stanislav
        stefania stefanie stefano stella stephan stewart sue sunil sunita susannah susanne suzie
        sven sylvester sylvie tabitha tadeusz takashi talia tamika tammy tanya tara tariq tasha
        tatiana tatyana taylor teddy terence teri terrance terrell terri tess tessa thelma theo
        therese thierry tiago tiffany tilda timo toby tomas tomasz toni tonya torsten tracey traci
        travis trevor tricia trina tristan trudy tyler tyrone tyson ulrich ulrike umberto valentina
        valeria vaughn verity vicki vicky vijay vikas vikram viktoria vince viola vishnu vivek
        vivien vivienne vladislav wallace wanda waseem wendell wes wesley whitney wilbur wilfred
        wilhelmina willa willard willem willie wilma winifred wyatt xander yannick yasmin yasmine
        yelena yolanda yousef yuki yulia yvette zach zainab zara zeynep zoe zoey zoë
        """
    )
)

# Trades that parents also give: "Cooper James Hill" is no cooper.
GIVEN_TRADES = words(
    """
    archer carter chandler cooper fletcher gardner harper hunter miller palmer parker porter sawyer sherman
    sumner tanner thatcher tucker turner walker weaver webster winter
    """
)
