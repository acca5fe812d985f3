/** Data table: 2,048 common English words of three to seven letters, 11 bits each; most words that sound like another one are left out. */
const words = `
  able about above absorb accept achieve acid acorn acre acrobat across act actor adapt add address admire adopt
  adult advance advice affair again age agent agree ahead aim air airport alarm album alert algebra alike alive
  alley allow almost alone along aloud alpha also always amazing amber among amount ample anchor angle animal
  ankle answer ant antique antler any anyone apart appear apple apply apricot april apron arcade arch area arena
  argue arise arm aroma around arrange arrival arrive arrow art artist ash ask aspen asphalt atlas atom attend
  attic auburn august aunt aurora author autumn avenue average avocado avoid awake award aware away awning axis
  azure baby back backup bacon badge badger bag bake baker bakery balance balcony ball ballet balloon ballot
  bamboo banana band bandage bank banner bar barber bargain barge bark barley barn barrel base basic basin basket
  bat batch bath battery bay bazaar beach beacon bead beam bean beard beauty beaver because become bed bee beetle
  before begin behave behind believe bell belong below belt bench bend benefit berry beside best better between
  beyond bicycle bike bill bind biology birch bird bison bitter blanket blast blaze blend blink block bloom
  blossom blow blush board boat body boil bold bolt bonfire bonnet bonus book boost boot booth border borrow both
  bottle bottled bottom boulder bounce bow bowl box bracket brain branch brand brass brave bravo bread breath
  breeze brick bridge brief bright bring broad brook broom brother brown brush bubble bucket bud buffalo buffet
  build bulb bulk bunch bundle bunker bunny burger burst bus bush busy butter button buzz cabbage cabin cable
  cactus cage cake call calm camel camera camp canal canary candle candy canoe canopy canvas canyon cap cape
  capital captain car caramel caravan card care cargo carol carpet carrot carry cart carve cascade case cash
  cashew casket castle casual cat catalog catch catfish cattle cause cave cedar celery cell cement century cereal
  certain chain chair chalk chance change channel chapter charge charm chart chase chat cheap check cheek cheer
  cheese chef cherry chess chest chew chicken chief child chill chimney chin china chip choice choir choose chorus
  cinema circle circuit circus citrus city civil claim clam clap clarity clash class classic clay clean clear
  clerk clever click client cliff climate climax climb clinic clip clock close closet cloth cloud clover clown
  club clue cluster clutch coach coal coast coaster coat cobbler code coffee coil coin cold collar collect college
  column comb come comedy comfort comic comma common company compare cone connect console contact contain convert
  cook cookie cool copper copy coral cord cork corn corner correct cosmic cosmos cost cottage cotton couch count
  country couple courage course court cousin cover cow crab craft crane crash crawl cream create creek crew
  cricket crimson crisp crop cross crowd crown cry crystal cube culture cup cupcake curb cure curious curl current
  curry curtain curve cushion custom cut cycle cypress daily dairy daisy damp dance dare dark dash data date dawn
  day deal decent decide deck deep delay deliver dentist design desk destiny detail develop device diagram dial
  diamond diary diet dig digital dim dime dinner direct dirt disc discuss dish distant ditch dive divide dizzy
  dock doctor dog doll dollar dolphin domain dome donkey door doormat dot double dove down dozen draft dragon
  drain drama draw drawer dream dress dresser drift drill drive drop drum dry duck duet dune during dusk dust duty
  dynamic each eager eagle ear early earn earth ease easel east eastern easy eat echo eclipse edge edit educate
  effort egg eight either elbow elder elegant elm else embark ember empty end energy engine enjoy enough enter
  entire entry equal equip erase evening event ever every exact example except excite excuse exit expand expect
  explain explore express extend extra eye fabric face fact fade fall fame family famous fan fancy far farm farmer
  fashion fast father feather feature fed fee feed feel fellow fence fern fetch few field fig figure file fill
  film filter final find fine finger finish fire firefly firm first fish fit five fix flag flake flame flap flash
  flat flax flight flip float flood floor flora flow fluid fly foam focus fog foil fold foliage folk follow food
  foot forbid force forest forget fork form formal fort fortune forum forward found fox frame free freeze fresh
  friend frog from front frost frozen fruit fuel full fun funny future gadget gain galaxy gallery gallon game gap
  garage garden garlic gate gather gear gem general gentle giant gift giggle ginger giraffe give glad glass globe
  glory glove glow glue goal goat gold golden golf gondola good goose grab grain grand grant grape graph grasp
  grass great green greet grid grill grin grip grocery ground group grove grow growth guard guess guest guide
  guitar gull gum gust gym habit hail half hall hammer hand handle hang happen happy hard harmony harp harvest hat
  hatch have haven hawk hay hazel head health heap heart heat heavy hedge height helmet help hen herb herd hero
  heron hidden hide high hike hill hint hip hire history hobby hold holiday hollow home honest honey hood hoof
  hook hoop hope horizon horn horse host hotel house hover how hub hug huge human humble hundred hunt hurry hut
  ice icon idea ideal idle igloo image imagine import improve inch include index indoor inform ink inner inside
  inspire install instead invite iris iron island issue item ivory ivy jacket jade jaguar jam january jar jasmine
  jaw jazz jelly jewel job jog join joint joke jolly journal journey joy judge jug juice july jumbo jump june
  jungle junior jury just justice kale kayak keen keep kettle key kick kid kind kiosk kitchen kite kitten kiwi
  knack knee kneel knife knit knob knock koala label lace ladder lake lamb lamp land lane lap large lark laser
  last late latte laugh laundry lava lawn lawyer layer lazy lead leaf league lean leap learn lease leave lecture
  ledge left leg lemon lend length lens lesson let letter lettuce level lever library lick lid life lift light
  like lilac lily limb lime limit line linen link lion lip liquid list listen little live llama load loaf loan
  lobby local locate lock lodge log logic lonely long look loop lost lot lotus loud love loyal lucky lunar lunch
  lung luxury lyric machine magic magnet major make mango many map maple marble margin mark market marsh mask
  mason mass mat match mate matter maximum may maybe mayor maze meadow meal mean measure medal media medium melody
  melon melt member memory mend mention menu mercury mercy merge merit merry mesh message metal meteor method
  metro middle might mild mile milk mill million mimic mind mineral minimum minor mint minute mirror miss mist mix
  mobile mocha model modern moist moment monday money monitor monkey month mood moon moose moral more morning moss
  most moth mother motion motor mount mouse mouth move movie much mud muffin mug mule muscle museum music must
  myself mystery myth nail name narrow nation nature navy near neat need needle nerve nest net neutral never new
  news next nice nickel nine noble nod noise noon normal north nose note nothing notice novel now number nurse nut
  nylon oak oasis oat obey occur ocean october odd offer office often old olive omega once onion only onto onward
  opal open opera opinion option orange orbit orchard orchid order organ origin other otter ounce outdoor outer
  outline outside oval oven over owl own owner pace pack package page paint palace palm pan pancake panda panel
  paper parade parent park parrot part partner party pass past pasta paste patch path patient pattern pause pave
  paw pay pea peach peacock peanut pearl pecan peel pen pencil penguin penny people pepper perch perfect perform
  perfume perhaps period permit person pet petal phase phone photo phrase piano pick picnic picture pie pier
  pigeon pillow pilot pin pine pink pint pipe pitch pizza place plaid plain plan planet plank plant plastic plate
  play plaza please plenty plot plow plug plum plume plus pocket poem poet point polar pole policy polite pond
  pony pool popcorn poppy porch port pose post pot potato potter pouch pour powder power prefer prepare present
  press pretty prevent price pride print prior prism private prize problem process produce product profit program
  project promise promote proof proper protect proud prove provide public pull pulse puma pump pumpkin pupil
  puppet puppy pure purple purpose purse push put pyramid quail quality quarter quest quick quiet quill quilt quiz
  quote rabbit rack radar radio raft rail rainbow raisin rake ramp ranch range rank rapid rare rather ratio raven
  raw ray reach react read ready real reason rebuild receive recent recipe record recover recycle red reduce reed
  reef refer reflect reform refresh refuse region regular reject relate relax relay release relief rely remain
  remark remind remove renew rent repair repeat reply report request require rescue reserve resist result return
  review reward rhyme rhythm ribbon rice rich ride ridge rigid rinse ripe rise rival river roast robe robin robot
  rock rocket romance roof room rope rose rough round routine rover row rubber ruby rug rule run runner runway
  rural rush rust rye saddle safari safe sage sailor salad salary salmon salon salt same sample sand satin satisfy
  saturn sauce sauna sausage save say scale scan scarf scatter scene scent school science scooter scope score
  scout scrap screen screw script scroll scrub seal search season seat second secret section secure seed seek seem
  segment select self sell sense series serious serve service session set settle seven several shade shadow shake
  shall shape share sharp shawl sheep sheet shelf shell shelter shift shine ship shirt shoe shop shore short
  should shout show shower shrub shut side sign signal silence silent silk silly silver similar simple since sing
  single sink siren sister six size skate ski skill skip skirt sky slab slate sled sleep slice slide slim slope
  slow small smart smile smoke smooth snack snail snake snap snow soap social sock soda sofa soft soil solar solid
  solo solve song sonic soon soup source south space spare spark speak special speech speed spell spend spice
  spider spike spin spinach spirit split spoon sport spot spray spread spring squad square squid stack stadium
  staff stage stamp stand star starch start state station statue stay steady steam steep stem step stereo stew
  stick still stir stock stomach stone stool stop store storm story stove strap straw stream street stretch string
  strip strong student studio study stuff style subject submit subway success such sudden sugar suggest suit
  summer summit sun sunday sunny sunset super supper supply support suppose sure surf surface surge survey swamp
  swan swap sway sweater sweep sweet swift swim swing switch symbol syrup system table tablet tailor take talent
  talk tall tango tank tape tart task taste taxi teach teacher team teapot teddy teeth tell ten tennis tent term
  test text thank that theme then theory they thick thing think third thirst thirty this thread three throat throw
  thumb thunder thyme ticket tidy tiger tile timber time tin tiny tip tire title toast today token tomato tone
  tongue tonight tool tooth top topaz topic torch total touch tough tour toward towel tower town toy track tractor
  trade traffic trail train trait transit travel tray treat tree trek trend trial trick trim trio trip triple
  trouble trout truck true trumpet trunk trust truth try tube tuck tulip tumble tuna tunnel turkey turn tutor
  twelve twenty twice twig twin twist type typical uncle under uniform unique unit unity unlock until unusual
  update upgrade upper upright upset urban urge usage use useful usual vague valid valley value valve van vase
  vast vault vehicle veil venue verb verse version very vest via video view village vine vintage vinyl viola
  violet violin visa visible vision visit visitor vital vivid vocal voice volcano vote vowel wafer wagon wake walk
  wall wander want warm warn wash watch water wave wax wealth wear weasel weave wedding wedge weekend welcome well
  west wet whale wharf wheat wheel when where while whip whisper whistle who why wide width wild will win wind
  window wing winner winter wire wisdom wise wish with within without witness wolf wonder wool word work world
  worth worthy wrap wren wrist yacht yard yarn yawn year yeast yellow yes yet yield yoga yogurt young youth zebra
  zero zesty zinc zipper zone zoo
`;

export const PASSPHRASE_WORDS: readonly string[] = words.trim().split(/\s+/);
