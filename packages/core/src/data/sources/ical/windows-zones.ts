/**
 * Names of time zones that Outlook and Exchange write, with those of the IANA: the common ones of the table
 * `windowsZones` of the CLDR (territory 001), and cities by their French names.
 */

/** Without "Standard Time", which ends them all. */
const NAMES = `
Dateline=Etc/GMT+12|Hawaiian=Pacific/Honolulu|Marquesas=Pacific/Marquesas|Alaskan=America/Anchorage
Pacific=America/Los_Angeles|Pacific (Mexico)=America/Tijuana|US Mountain=America/Phoenix|Mountain=America/Denver
Central America=America/Guatemala|Central=America/Chicago|Central (Mexico)=America/Mexico_City
Canada Central=America/Regina|SA Pacific=America/Bogota|Eastern=America/New_York|US Eastern=America/Indianapolis
Haiti=America/Port-au-Prince|Cuba=America/Havana|Atlantic=America/Halifax|Venezuela=America/Caracas
SA Western=America/La_Paz|Pacific SA=America/Santiago|Newfoundland=America/St_Johns|E. South America=America/Sao_Paulo
SA Eastern=America/Cayenne|Argentina=America/Buenos_Aires|Saint Pierre=America/Miquelon|Greenland=America/Godthab
Azores=Atlantic/Azores|Cape Verde=Atlantic/Cape_Verde|UTC=UTC|GMT=Europe/London|Greenwich=Atlantic/Reykjavik
Morocco=Africa/Casablanca|W. Europe=Europe/Berlin|Central Europe=Europe/Budapest|Romance=Europe/Paris
Central European=Europe/Warsaw|W. Central Africa=Africa/Lagos|GTB=Europe/Bucharest|E. Europe=Europe/Chisinau
FLE=Europe/Kiev|Middle East=Asia/Beirut|Egypt=Africa/Cairo|Libya=Africa/Tripoli|South Africa=Africa/Johannesburg
Israel=Asia/Jerusalem|Jordan=Asia/Amman|Syria=Asia/Damascus|Kaliningrad=Europe/Kaliningrad|Arabic=Asia/Baghdad
Turkey=Europe/Istanbul|Arab=Asia/Riyadh|Belarus=Europe/Minsk|Russian=Europe/Moscow|E. Africa=Africa/Nairobi
Iran=Asia/Tehran|Arabian=Asia/Dubai|Azerbaijan=Asia/Baku|Mauritius=Indian/Mauritius|Georgian=Asia/Tbilisi
Caucasus=Asia/Yerevan|Afghanistan=Asia/Kabul|West Asia=Asia/Tashkent|Pakistan=Asia/Karachi|India=Asia/Calcutta
Sri Lanka=Asia/Colombo|Nepal=Asia/Katmandu|Bangladesh=Asia/Dhaka|Myanmar=Asia/Rangoon|SE Asia=Asia/Bangkok
China=Asia/Shanghai|Singapore=Asia/Singapore|Taipei=Asia/Taipei|W. Australia=Australia/Perth|Tokyo=Asia/Tokyo
Korea=Asia/Seoul|Cen. Australia=Australia/Adelaide|AUS Central=Australia/Darwin|E. Australia=Australia/Brisbane
AUS Eastern=Australia/Sydney|Tasmania=Australia/Hobart|West Pacific=Pacific/Port_Moresby
Central Pacific=Pacific/Guadalcanal|New Zealand=Pacific/Auckland|Fiji=Pacific/Fiji|Tonga=Pacific/Tongatapu
Samoa=Pacific/Apia`;

/** Places of display names, as `normalise` writes them, that are no city of an IANA name. */
const PLACES = `
eastern time=America/New_York|central time=America/Chicago|mountain time=America/Denver|pacific time=America/Los_Angeles
atlantic time=America/Halifax|est=America/New_York|centre=America/Chicago|rocheuses=America/Denver
pacifique=America/Los_Angeles|atlantique=America/Halifax|coordinated universal time=UTC
temps universel coordonne=UTC|greenwich mean time=Europe/London|hawaii=Pacific/Honolulu|alaska=America/Anchorage
arizona=America/Phoenix|newfoundland=America/St_Johns|terre neuve=America/St_Johns|bruxelles=Europe/Brussels
copenhague=Europe/Copenhagen|londres=Europe/London|lisbonne=Europe/Lisbon|vienne=Europe/Vienna|berne=Europe/Zurich
varsovie=Europe/Warsaw|bucarest=Europe/Bucharest|athenes=Europe/Athens|moscou=Europe/Moscow|le caire=Africa/Cairo
beyrouth=Asia/Beirut|pekin=Asia/Shanghai|nouvelle caledonie=Pacific/Noumea|new caledonia=Pacific/Noumea`;

const tableOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/[|\n]/)
      .map((row): [string, string] => {
        const [name = '', zone = ''] = row.split('=');
        return [name.toLowerCase(), zone];
      }),
  );

/** Time zones by the names of Windows, in small letters and without "Standard Time". */
export const WINDOWS_ZONES = tableOf(NAMES);

/** Time zones by places in display names, in small letters and without accents. */
export const PLACE_ZONES = tableOf(PLACES);
