"use client";
import { useParams } from "next/navigation";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";

/** Four lines kept here, because what failed may be the catalogue itself. */
const TEXTS: Record<Locale, { title: string; text: string; again: string }> = {
  en: {
    title: "This page cannot be shown just now",
    text: "Something went wrong on our side. Nothing you sent was half stored. Please try again in a moment.",
    again: "Try again",
  },
  kk: {
    title: "Бұл бетті қазір көрсету мүмкін емес",
    text: "Біздің жақта қате болды. Жібергеніңіздің ешқайсысы жартылай сақталған жоқ. Сәлден кейін қайталап көріңіз.",
    again: "Қайталау",
  },
  ru: {
    title: "Сейчас эту страницу показать нельзя",
    text: "Ошибка на нашей стороне. Ничто из отправленного не сохранено наполовину. Попробуйте ещё раз чуть позже.",
    again: "Повторить",
  },
  tr: {
    title: "Bu sayfa şu anda gösterilemiyor",
    text: "Bizim tarafımızda bir hata oldu. Gönderdiğiniz hiçbir şey yarım kaydedilmedi. Birazdan yeniden deneyin.",
    again: "Yeniden dene",
  },
};

export default function ErrorPage() {
  const { locale } = useParams<{ locale: string }>();
  const texts = TEXTS[isLocale(locale) ? locale : "en"];
  return (
    <div className="max-w-prose py-8" role="alert">
      <h1 className="text-3xl">{texts.title}</h1>
      <p className="mt-4">{texts.text}</p>
      <p className="mt-4">
        <button type="button" className="underline" onClick={() => window.location.reload()}>
          {texts.again}
        </button>
      </p>
    </div>
  );
}
