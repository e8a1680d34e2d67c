import type { Dice } from './dice.ts';

export type Sex = 'f' | 'm' | 'x';

/** Given and family names that go together, by the origin of a family; combined by chance, so nobody real is meant. */
interface Origin {
  /** Share of the clients. */
  readonly weight: number;
  readonly language: string;
  readonly f: readonly string[];
  readonly m: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string) => text.split(' ');
const lines = (text: string) => text.split(', ');

const origins: readonly Origin[] = [
  {
    weight: 72,
    language: 'nl',
    f: words(
      'Anouk Marijke Femke Sanne Lotte Willemijn Jolanda Petra Ingrid Esther Corrie Truus Nienke Marloes Hanneke Roos Fleur Tineke Wilma Ans Mirjam Saskia Carla Linda Lisette Merel Eva Sophie Iris Yvonne Margriet Annemiek Renske Floor Janneke Gerda Ellen Judith Karin Monique Astrid Imke Bregje Maaike Liesbeth Dorien Heleen Suzan Wies Jet',
    ),
    m: words(
      'Jan Piet Kees Wiebe Sjoerd Daan Bram Joris Ruud Marcel Henk Gerrit Koen Thijs Jelle Maarten Wouter Bas Niels Erik Peter Frans Theo Sander Jeroen Martijn Pieter Willem Hans Rob Arjan Bert Gijs Lars Tim Stijn Dirk Jaap Geert Harm Roel Ton Wim Hein Floris Sybren Luuk Jesse Freek Berend',
    ),
    family: lines(
      'de Vries, Jansen, Bakker, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer, Kuipers, Veenstra, Hoekstra, Terpstra, Postma, Bosma, Hofkamp, Stuifzand, Wagenaar, van Dongen, Verbeek, Schouten, Willems, Hermans, Geurts, Janssen, Coenen, Ramaekers, Daniëls, Houben, Franssen, Lemmens, van den Heuvel, van Rooij, Verhoeven, de Bruijn, Koster, Prins, Blom, Huisman, Kok, Timmermans, Groen, van Dam, Post, Kuiper, Veldman, Scholten, Hofman, van Vliet, de Lange, Maas, Evers, Gerritsen, Evertsen, Wolters, Kramer, Zijlstra, Sikkema, Boonstra, Lubbers, Oosterhuis, ten Brinke, ter Horst, van der Velde, van Beek, van Es, Rietveld, Slagter, Molenaar, Kroon, Nieboer, Roelofs, Haverkamp, Wessels, Lammers, Reinders, Siebelink, IJsselstein',
    ),
  },
  {
    weight: 6,
    language: 'tr',
    f: words('Elif Zeynep Fatma Ayse Emine Hatice Merve Esra Derya Sevgi Gülay Nuray'),
    m: words('Mehmet Mustafa Ahmet Emre Murat Hasan Burak Yusuf Serkan Kemal Orhan Tarik'),
    family: words('Yilmaz Kaya Demir Çelik Sahin Yildiz Öztürk Aydin Arslan Dogan Koç Polat Erdogmus Tekin'),
  },
  {
    weight: 6,
    language: 'ar',
    f: words('Fatima Khadija Naima Samira Hanan Latifa Ikram Soumaya Najat Malika Houda Amal'),
    m: words('Mohamed Aziz Rachid Youssef Said Hamza Bilal Nabil Karim Driss Abdel Mourad'),
    family: lines(
      'Benhammou, El Idrissi, Bouazza, Amrani, El Khattabi, Ouali, Bensaïd, Azzouzi, Chaoui, El Yaakoubi, Haddou, Tahiri, Zerouali, Boukhari',
    ),
  },
  {
    weight: 5,
    language: 'nl',
    f: words('Shanti Sunita Priya Chantal Naomi Joyce Sharmila Cheryl Rowena Deborah'),
    m: words('Ravi Jurmain Dwight Rajesh Orlando Clyde Vishal Romano Humphrey Anand'),
    family: words(
      'Bisnath Ramdin Martis Pinas Sewgobind Kalpoe Windster Cijntje Koendan Ganpat Lont Jubitana Felter Tevreden',
    ),
  },
  {
    weight: 4,
    language: 'pl',
    f: words('Halina Agnieszka Katarzyna Monika Ewa Beata Joanna Dorota'),
    m: words('Piotr Krzysztof Tomasz Marek Pawel Andrzej Jacek Dariusz'),
    family: words('Grabiec Kowalczyk Nowakowski Wozniak Zielinski Szymczak Mazurek Pawlak Krawczyk Dudek'),
  },
  {
    weight: 3,
    language: 'en',
    f: words('Grace Mariam Blessing Selam Hodan Fatou Ama Rahel'),
    m: words('Berhane Samuel Kwame Abdi Ibrahim Yonas Emmanuel Kofi'),
    family: words('Tewelde Osei Mensah Habtemariam Warsame Diallo Okafor Asante Tesfay Jama'),
  },
  {
    weight: 2,
    language: 'id',
    f: words('Melati Dewi Sri Indah Ratna Wulan'),
    m: words('Budi Agus Hendra Bambang Eko Rizal'),
    family: words('Wattimena Latuheru Hardjono Santoso Pattipeilohy Sahetapy Soemardjo Tahapary'),
  },
  {
    weight: 2,
    language: 'en',
    f: words('Li Thuy Mei Ngoc Soraya Parisa Nasrin Zahra'),
    m: words('Minh Wei Reza Farid Hossein Duc Amir Navid'),
    family: words('Nguyen Chen Tran Hosseini Rahimi Wong Ahmadi Karimi Pham Zhang'),
  },
];

export interface PersonName {
  readonly given: string;
  readonly family: string;
  readonly sex: Sex;
  readonly language: string;
}

/** A name; somebody of another origin still often speaks Dutch. */
export function drawName(dice: Dice): PersonName {
  const origin = dice.weighted(origins.map((each) => [each, each.weight] as const));
  const sex: Sex = dice.hit(0.004) ? 'x' : dice.hit(0.5) ? 'f' : 'm';
  const given = dice.pick(sex === 'm' || (sex === 'x' && dice.hit(0.5)) ? origin.m : origin.f);
  return { given, family: dice.pick(origin.family), sex, language: dice.hit(0.55) ? 'nl' : origin.language };
}
